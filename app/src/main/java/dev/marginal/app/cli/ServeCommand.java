package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.StopSign;
import dev.marginal.app.rest.ApiKeys;
import dev.marginal.app.rest.RestService;
import dev.marginal.app.rest.RestSettings;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.whatif.PlanningDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marginal serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Answers what-ifs over HTTP, with a web page at /. Each campaign is read and scored once; answers take moments.",
            "Nothing is published. docs/rest.md tells every call."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal serve --campaign examples/first-plan/campaign.yml=models/first-plan",
            "  marginal serve --campaign spring.yml=models/spring --campaign winback.yml=models/winback --port 8080",
            "  marginal serve --campaign vouchers.yml=my-house/model --campaign news.yml=my-house/model --store plans",
            "  marginal serve --campaign spring.yml=models/spring --host 0.0.0.0 --key-file /run/secrets/marginal",
            "",
            "Exit codes: 0 told to stop, 1 failed (the port is in use, say), 2 usage, 3 bad input, 4 no plan keeps every",
            "rule. Ctrl-C, and a second one to stop at once: 130."
        })
final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Option(
            names = "--campaign",
            paramLabel = "CAMPAIGN_FILE[=MODEL_FOLDER]",
            required = true,
            description =
                    "A campaign, and the model that marginal fit wrote for it; without one it is fitted anew. May be repeated.")
    private List<String> campaigns;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Where to listen; other than loopback asks for --key-file. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "A file that you alone may read, with keys, one a line; clients must show one as Authorization: Bearer KEY.")
    private Path keyFile;

    @Mixin private DayOptions day;
    @Mixin private Threads threads;

    ServeCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<ApiKeys> keys =
                Optional.ofNullable(keyFile).map(file -> ApiKeys.of(KeyFile.readAll(file)));
        if (keys.isEmpty() && !isLoopback()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--host %s lets others connect: say --key-file FILE as well.".formatted(host));
        }
        requireFree();
        List<ServedCampaign> all = ServedCampaign.all(campaigns);
        try (PlanStore plans = plans(all);
                Steps steps = new Steps(console)) {
            ServedDesks desks =
                    new ServedDesks(
                            all,
                            day,
                            Optional.ofNullable(plans),
                            clock,
                            threads.execution(),
                            console,
                            steps);
            serve(desks.desks(), keys, steps);
        }
        return Ending.DONE.exitCode();
    }

    /** Where plans of other days are; null where no campaign knows of any. */
    private PlanStore plans(List<ServedCampaign> all) {
        if (!all.stream().allMatch(one -> DayOptions.knowsOfNoOtherDay(one.file()))) {
            return day.open(clock);
        }
        if (day.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--date, --store and --assume-planned-sent are for campaigns that know of other days: with contacts, flight, holdout or exploration.");
        }
        return null;
    }

    private void serve(List<PlanningDesk> desks, Optional<ApiKeys> keys, Steps steps)
            throws InterruptedException {
        steps.begins("Planning as it is");
        RestService service =
                RestService.start(desks, RestSettings.of(host, port), keys, clock, console::say);
        steps.end();
        console.say("Listening on http://%s:%d/".formatted(host, service.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        new StopSign().await();
    }

    private void stop(RestService service) {
        console.say("Stopping: what is in hand is answered first.");
        service.close();
    }

    /** Tells at once, not after minutes of reading, that nobody could connect. */
    private void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port %d of %s is in use, or may not be listened on. Say another with --port, or 0 for any that is free."
                            .formatted(port, host),
                    taken);
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--host %s is unknown.".formatted(host), unknown);
        }
    }
}
