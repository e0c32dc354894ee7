package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.StopSign;
import dev.marginal.app.rest.ApiKeys;
import dev.marginal.app.rest.RestService;
import dev.marginal.app.rest.RestSettings;
import dev.marginal.app.rest.Segments;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        List<PlanningDesk> desks = new ArrayList<>();
        try (Steps steps = new Steps(console)) {
            PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
            Set<String> names = new HashSet<>();
            for (String campaign : campaigns) {
                Valued valued = value(campaign, job);
                requireNew(names, valued.file());
                desks.add(
                        new PlanningDesk(
                                Segments.of(valued, new DuckDbReader()),
                                new DuckDbReader(),
                                threads.execution()));
            }
            steps.begins("Planning as it is");
            RestService service =
                    RestService.start(
                            desks, RestSettings.of(host, port), keys, clock, console::say);
            steps.end();
            console.say("Listening on http://%s:%d/".formatted(host, service.port()));
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
            new StopSign().await();
        }
        return Ending.DONE.exitCode();
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--host %s is unknown.".formatted(host), unknown);
        }
    }

    private Valued value(String campaign, PlanningJob job) {
        int equals = campaign.indexOf('=');
        Path file = Path.of(equals < 0 ? campaign : campaign.substring(0, equals));
        if (equals < 0) {
            return job.value(CampaignFileReader.read(file));
        }
        Path folder = Path.of(campaign.substring(equals + 1));
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a model folder",
                            "Give a folder that ./marginal fit wrote, such as models/first-plan."));
        }
        return job.value(
                CampaignFileReader.read(file), new ModelFolder(folder).read(threads.execution()));
    }

    private static void requireNew(Set<String> names, CampaignFile file) {
        if (!names.add(file.campaign())) {
            throw new BadInput(
                    new Problem(
                            file.name(),
                            0,
                            "campaign",
                            file.campaign(),
                            "is the name of another campaign that is served",
                            "Give each a name of its own."));
        }
    }
}
