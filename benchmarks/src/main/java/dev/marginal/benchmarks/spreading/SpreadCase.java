package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.AllocatorSettings;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans one campaign several times in this JVM, by threads or by Spark: in local mode, or as the
 * driver of the master that {@code -Dspark.master} names.
 */
public final class SpreadCase {
    private static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("partitions", "repeats", "facts"))
                    .collect(Collectors.toSet());

    private static final int WARM_UP = 200_000;

    private SpreadCase() {}

    /** Measures one size; {@code partitions} 0 stands for threads. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        AllocationFamily family = FamilyOptions.family(options);
        AllocatorSettings settings = family.settings();
        int partitions = options.integer("partitions", 0);
        try (Planner planner =
                partitions == 0
                        ? new ThreadPlanner(settings)
                        : new SparkPlanner(settings, partitions)) {
            planner.hold(family.withCustomers(WARM_UP).withSeed(family.seed() - 1));
            planner.plan(new Effort());
            planner.plan(new Effort());
            Effort holding = new Effort();
            holding.time(() -> planner.hold(family));
            holding.tell(options.facts(), "hold");
            for (int repeat = 0; repeat < options.integer("repeats", 3); repeat++) {
                measure(planner, options.facts());
            }
        }
    }

    private static void measure(Planner planner, Facts facts) {
        System.gc();
        Effort planning = new Effort();
        Planned planned = planner.plan(planning);
        planning.tell(facts, "plan");
        planned.tell(facts);
    }
}
