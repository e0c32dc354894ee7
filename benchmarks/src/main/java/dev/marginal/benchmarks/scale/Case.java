package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.tables.Execution;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One size on one machine.
 *
 * @param family with the seed of the warm-up
 * @param settings of the allocator
 * @param execution with how many threads
 * @param facts where the findings go
 */
record Case(AllocationFamily family, AllocatorSettings settings, Execution execution, Facts facts) {
    static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("seeds", "facts"))
                    .collect(Collectors.toSet());

    private static final double WARM_UP_SECONDS = 10;

    static Case of(Options options) {
        AllocationFamily family = FamilyOptions.family(options);
        return new Case(family, family.settings(), Execution.allCores(), options.facts());
    }

    /** A plan by an allocator that knows nothing yet. */
    SendPlan cold(AllocationProblem problem) {
        return Allocators.standard(settings, execution)
                .allocate(problem.book(), problem.budget(), problem.rules());
    }

    /** Plans until ten seconds have passed, at least once; seconds of the first plan. */
    double warmUp() {
        AllocationProblem problem = FamilyGenerator.generate(family, execution);
        double first = Stopwatch.seconds(() -> cold(problem));
        for (double spent = first; spent < WARM_UP_SECONDS; ) {
            spent += Stopwatch.seconds(() -> cold(problem));
        }
        return first;
    }
}
