package dev.marginal.benchmarks.forecasting;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Plans planted campaigns as the everyday job does, from files to the forecast, and holds each
 * forecast against what that very plan truly earns. Campaigns run side by side, one thread each.
 */
public final class ForecastCase {
    private static final Set<String> OPTIONS =
            Set.of("learner", "world", "history", "audience", "seeds", "threads", "facts");

    private static final Execution ONE_THREAD = new Execution(1);

    /** Far below what any forecast could tell apart, so that no time goes into proofs. */
    private static final String SEARCH = "target_gap: 0.001\n";

    private final Options options;
    private final Facts facts;

    private ForecastCase(Options options) {
        this.options = options;
        this.facts = options.facts();
    }

    /** Measures some campaigns. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Options options = Options.of(arguments, OPTIONS);
        ForecastCase measured = new ForecastCase(options);
        ExecutorService executor = Executors.newFixedThreadPool(options.integer("threads", 2));
        try {
            List<Callable<Optional<Forecasted>>> campaigns =
                    Arrays.stream(options.numbers("seeds", "1"))
                            .<Callable<Optional<Forecasted>>>mapToObj(
                                    seed -> () -> measured.forecast(seed))
                            .toList();
            for (Future<Optional<Forecasted>> campaign : executor.invokeAll(campaigns)) {
                measured.tell(campaign.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void tell(Optional<Forecasted> campaign) {
        facts.add(
                campaign.isPresent() ? "campaign" : "without",
                campaign.map(Forecasted::toString).orElse("no forecast"));
    }

    private Optional<Forecasted> forecast(long seed) throws IOException {
        PlantedCampaign campaign =
                new PlantedCampaign(
                        world(seed),
                        options.integer("history", 8_000),
                        options.integer("audience", 4_000));
        Path folder = Files.createTempDirectory("marginal-forecast");
        try {
            return compare(campaign, plan(campaign, seed, folder));
        } finally {
            remove(folder);
        }
    }

    private PlantedWorld world(long seed) {
        PlantedWorld world = PlantedWorld.randomised(seed);
        return options.text("world", "randomised").equals("confounded")
                ? world.withConfounding()
                : world;
    }

    private PlannedCampaign plan(PlantedCampaign campaign, long seed, Path folder)
            throws IOException {
        PlantedFiles.write(campaign, "forecast", folder);
        Path file = folder.resolve("campaign.yml");
        Files.writeString(
                file,
                "learner: %s\nseed: %d\n%s".formatted(options.text("learner", ""), seed, SEARCH),
                StandardOpenOption.APPEND);
        return new PlanningJob(new DuckDbReader(), ONE_THREAD, Progress.SILENT)
                .plan(CampaignFileReader.read(file));
    }

    private static Optional<Forecasted> compare(PlantedCampaign campaign, PlannedCampaign planned) {
        OfferBook truth = campaign.trueOffers();
        SendPlan greedy =
                GreedyAllocator.byValuePerCost(ONE_THREAD)
                        .allocate(planned.plan().offers(), campaign.budget(), campaign.rules());
        Optional<Interval> forecast = planned.forecast().incrementalGmv();
        return forecast.map(
                interval ->
                        new Forecasted(
                                PlantedCampaign.trueValue(planned.plan().sends(), truth),
                                interval.low(),
                                interval.estimate(),
                                interval.high(),
                                planned.claims().ofAll(),
                                PlantedCampaign.trueValue(greedy, truth),
                                greedy.value()));
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
