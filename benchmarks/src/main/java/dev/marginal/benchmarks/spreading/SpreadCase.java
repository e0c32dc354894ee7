package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans one campaign several times in this JVM, by threads or by Spark in local mode. */
public final class SpreadCase {
    private static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("partitions", "repeats", "facts"))
                    .collect(Collectors.toSet());

    private static final double GAP_PER_LIMIT = 0.05;
    private static final double LEAST_GAP = 1e-7;
    private static final int WARM_UP = 200_000;

    private SpreadCase() {}

    /** Measures one size; {@code partitions} 0 stands for threads. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        AllocationFamily family = FamilyOptions.family(options);
        double gap = Math.max(GAP_PER_LIMIT * family.limits() / family.customers(), LEAST_GAP);
        AllocatorSettings settings = new AllocatorSettings(gap, Duration.ofMinutes(10));
        int partitions = options.integer("partitions", 0);
        try (Planner planner =
                partitions == 0
                        ? new ThreadPlanner(settings)
                        : new SparkPlanner(settings, partitions)) {
            hold(planner, warmUp(family));
            planner.plan();
            planner.plan();
            hold(planner, family).tell(options.facts(), "hold");
            for (int repeat = 0; repeat < options.integer("repeats", 3); repeat++) {
                measure(planner, options.facts());
            }
        }
    }

    private static AllocationFamily warmUp(AllocationFamily family) {
        return new AllocationFamily(
                WARM_UP, family.offers(), family.limits(), family.contacts(), family.seed() - 1);
    }

    private static Effort hold(Planner planner, AllocationFamily family) {
        Effort holding = new Effort();
        AllocationProblem problem = FamilyGenerator.generate(family, Execution.allCores());
        holding.time(() -> planner.hold(problem));
        return holding;
    }

    private static void measure(Planner planner, Facts facts) {
        System.gc();
        Effort planning = new Effort();
        Planned planned = planning.of(planner::plan);
        planning.tell(facts, "plan");
        planned.tell(facts);
    }
}
