package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.StopSign;
import dev.marginal.app.rest.ApiKeys;
import dev.marginal.app.rest.RestService;
import dev.marginal.app.rest.RestSettings;
import dev.marginal.app.rest.Segments;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
            "  marginal serve --campaign spring.yml=models/spring --host 0.0.0.0 --key-file /run/secrets/marginal"
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
        List<Served> all = campaigns.stream().map(Served::of).toList();
        requireOwnNames(all);
        try (Steps steps = new Steps(console)) {
            List<PlanningDesk> desks = desks(all, steps);
            steps.begins("Planning as it is");
            RestService service =
                    RestService.start(
                            desks, RestSettings.of(host, port), keys, clock, console::say);
            steps.end();
            console.say("Listening on http://%s:%d/".formatted(host, service.port()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
            new StopSign().await();
        }
        return Ending.DONE.exitCode();
    }

    private List<PlanningDesk> desks(List<Served> all, Steps steps) {
        PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
        List<PlanningDesk> desks = new ArrayList<>();
        for (Served one : all) {
            steps.end();
            console.say("%s (%s)".formatted(one.file().campaign(), one.file().path()));
            desks.add(desk(one, job));
        }
        return desks;
    }

    /** A campaign that knows of other days is asked about on one; its store stays open. */
    private PlanningDesk desk(Served one, PlanningJob job) {
        if (DayOptions.knowsOfNoOtherDay(one.file())) {
            Valued valued = Segments.of(value(one, job), new DuckDbReader());
            return new PlanningDesk(valued, new DuckDbReader(), threads.execution());
        }
        Map<String, StoredModel> models = new TreeMap<>();
        one.model()
                .map(folder -> new ModelFolder(folder).read(threads.execution()))
                .ifPresent(model -> models.put(one.file().campaign(), model));
        List<CampaignFile> files = List.of(one.file());
        DailyPlanning door = new DailyPlanning(job.reader(), job.execution(), job.progress());
        PlanningDesk desk =
                day.desks(files, clock, day.open(clock), door, models)
                        .desk(files, one.file().campaign());
        return desk.knowing(Segments.words(desk.valued()));
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

    /** A campaign, and the folder of its model where it has one. */
    private record Served(CampaignFile file, Optional<Path> model) {
        static Served of(String words) {
            int equals = words.indexOf('=');
            String file = equals < 0 ? words : words.substring(0, equals);
            Optional<Path> model =
                    equals < 0
                            ? Optional.empty()
                            : Optional.of(Path.of(words.substring(equals + 1)));
            model.ifPresent(Served::requireFolder);
            return new Served(CampaignFileReader.read(Path.of(file)), model);
        }

        private static void requireFolder(Path folder) {
            if (!Files.isDirectory(folder)) {
                throw new BadInput(
                        Problem.of(
                                folder.toString(),
                                "is not a model folder",
                                "Give a folder that ./marginal fit wrote, such as models/first-plan."));
            }
        }
    }

    private Valued value(Served one, PlanningJob job) {
        return one.model()
                .map(folder -> new ModelFolder(folder).read(threads.execution()))
                .map(model -> job.value(one.file(), model))
                .orElseGet(() -> job.value(one.file()));
    }

    private static void requireOwnNames(List<Served> all) {
        Set<String> names = new HashSet<>();
        for (Served one : all) {
            if (!names.add(one.file().campaign())) {
                throw new BadInput(
                        new Problem(
                                one.file().name(),
                                0,
                                "campaign",
                                one.file().campaign(),
                                "is the name of another campaign that is served",
                                "Give each a name of its own."));
            }
        }
    }
}
