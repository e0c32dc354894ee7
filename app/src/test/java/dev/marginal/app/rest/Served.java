package dev.marginal.app.rest;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A planted campaign, fitted once, that any number of services may serve. */
public record Served(Valued valued) {
    private static final Execution EXECUTION = new Execution(2);
    private static Served shared;

    /** The one of this process, fitted when it is first asked for. */
    public static synchronized Served shared() {
        if (shared == null) {
            shared = in(emptyFolder());
        }
        return shared;
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "served");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Served in(Path folder) {
        PlantedFiles.write(
                new PlantedCampaign(PlantedWorld.randomised(5).withRegions(), 2_000, 800),
                "small",
                folder);
        PlanningJob job = new PlanningJob(new DuckDbReader(), EXECUTION, Progress.SILENT);
        Valued valued = job.value(file(folder));
        return new Served(valued.knowing(Segments.words(valued), new DuckDbReader()));
    }

    private static CampaignFile file(Path folder) {
        try {
            Path file = folder.resolve("campaign.yml");
            Files.writeString(file, "learner: x\ntarget_gap: 1e-4\n" + Files.readString(file));
            return CampaignFileReader.read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A desk of its own. */
    public PlanningDesk desk() {
        return new PlanningDesk(valued, new DuckDbReader(), EXECUTION);
    }

    /** A running service, and what it logged. */
    public record Running(RestService service, Client client, Queue<String> log)
            implements AutoCloseable {
        @Override
        public void close() {
            service.close();
        }
    }

    /** Starts a service of its own on a free port. */
    public Running start(Optional<ApiKeys> key, int queue, long mostBytes) {
        return start(List.of(desk()), key, settings(queue, mostBytes), Clock.systemUTC());
    }

    /** Starts a service of one campaign on a free port. */
    public static Running start(PlanningDesk desk) {
        return start(List.of(desk), Optional.empty(), settings(8, 20_000), Clock.systemUTC());
    }

    /** The same campaign, called otherwise, as often as there are names. */
    Running startAs(String... names) {
        List<PlanningDesk> desks =
                Stream.of(names)
                        .map(name -> new PlanningDesk(named(name), new DuckDbReader(), EXECUTION))
                        .toList();
        return start(desks, Optional.empty(), settings(8, 20_000), Clock.systemUTC());
    }

    static RestSettings settings(int queue, long mostBytes) {
        return new RestSettings(
                "127.0.0.1", 0, 2, queue, Duration.ofSeconds(60), mostBytes, Duration.ofSeconds(5));
    }

    static Running start(
            List<PlanningDesk> desks, Optional<ApiKeys> key, RestSettings settings, Clock clock) {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        RestService service = RestService.start(desks, settings, key, clock, log::add);
        return new Running(service, new Client(service.port()), log);
    }

    private Valued named(String name) {
        CampaignFile file = valued.file();
        return valued.with(
                new CampaignFile(
                        file.path(),
                        name,
                        file.currency(),
                        file.timeZone(),
                        file.history(),
                        file.audience(),
                        file.learning(),
                        file.seed(),
                        file.offers(),
                        file.objective(),
                        file.budget(),
                        file.rules(),
                        file.words(),
                        file.search(),
                        file.daily(),
                        file.lifecycle()));
    }
}
