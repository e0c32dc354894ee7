package dev.marginal.app.machine;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.propensities.PropensityModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The libraries with native code: each does a little of what it is there for. */
final class Libraries {
    private static final double MILLIS = 1e6;
    private static final int ROWS = 200;
    private static final Execution ALONE = new Execution(1);

    private Libraries() {}

    static List<Symptom> all(Path folder) {
        return List.of(
                tried(
                        "DuckDB",
                        "reads and counts",
                        () -> queried(folder),
                        "It needs a Linux with glibc, libstdc++, and a folder of temporary files where code may run. On Debian: apt-get install libstdc++6."),
                tried(
                        "XGBoost",
                        "grows trees",
                        Libraries::learnt,
                        "It needs a Linux with glibc, and libgomp. On Debian: apt-get install libgomp1."),
                tried(
                        "OR-Tools",
                        "solves",
                        Libraries::solved,
                        "It needs a Linux with glibc, and libstdc++. On Debian: apt-get install libstdc++6."));
    }

    private static Symptom tried(
            String subject, String does, Supplier<Boolean> work, String advice) {
        long since = System.nanoTime();
        try {
            if (!work.get()) {
                return Symptom.trouble(subject, "gives a wrong answer", advice);
            }
            double millis = (System.nanoTime() - since) / MILLIS;
            return Symptom.fine(
                    subject, String.format(Locale.ROOT, "loads and %s (%,.0f ms)", does, millis));
        } catch (LinkageError | RuntimeException broken) {
            Throwable deepest = broken;
            while (deepest.getCause() != null) {
                deepest = deepest.getCause();
            }
            String words = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
            return Symptom.trouble(subject, "cannot be loaded: " + words, advice);
        }
    }

    private static boolean queried(Path folder) {
        try (Database database = Database.over(folder)) {
            Object sum =
                    database.rows("SELECT sum(i)::INTEGER AS s FROM range(10) t(i)")
                            .get(0)
                            .get("s");
            return Integer.valueOf(45).equals(sum);
        }
    }

    private static boolean learnt() {
        CampaignHistory history = PlantedWorld.randomised(1).history(ROWS).history();
        CampaignHistory estimated =
                new PropensityModel(LearnerSettings.defaults(), ALONE, (done, parts) -> {})
                        .estimate(history);
        return estimated.propensity().length == ROWS;
    }

    /** Of two offers the better one is chosen. */
    private static boolean solved() {
        OfferBook book =
                new OfferBook(
                        List.of(new Offer("a", "push"), new Offer("b", "push")),
                        new float[][] {{1}, {3}},
                        new float[][] {{1}, {1}});
        SendPlan plan =
                Allocators.standard(AllocatorSettings.defaults(), ALONE)
                        .allocate(book, Budget.of(1), new Rules(List.of()));
        return plan.value() == 3;
    }
}
