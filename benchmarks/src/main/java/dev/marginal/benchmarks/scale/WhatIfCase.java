package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.checking.PlanCheck;
import dev.marginal.benchmarks.checking.Violation;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.WarmAllocator;
import java.util.function.BiConsumer;

/**
 * Asks what-ifs of an allocator that starts from the plan of the unchanged campaign, and the same
 * of one that knows nothing, in this JVM.
 */
public final class WhatIfCase {
    private final Case one;
    private final BiConsumer<String, Object> facts;

    private WhatIfCase(Case one, BiConsumer<String, Object> facts) {
        this.one = one;
        this.facts = facts;
    }

    /** Measures one size. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, Case.OPTIONS);
        Case one = Case.of(options);
        one.warmUp();
        new WhatIfCase(one, (name, untold) -> {}).ask(one.family());
        for (long seed : options.numbers("seeds", "1")) {
            new WhatIfCase(one, one.facts()::add).ask(one.family().withSeed(seed));
        }
    }

    private void ask(AllocationFamily family) {
        AllocationProblem problem = FamilyGenerator.generate(family, one.execution());
        SendPlan unchanged = one.cold(problem);
        try (WarmAllocator warm =
                WarmAllocator.from(
                        unchanged,
                        problem.book(),
                        problem.budget(),
                        problem.rules(),
                        one.settings(),
                        one.execution())) {
            for (Change change : Change.ALL) {
                ask(change.words(), change.of(problem), warm);
            }
        }
    }

    private void ask(String words, AllocationProblem changed, WarmAllocator warm) {
        System.gc();
        long start = System.nanoTime();
        SendPlan plan = warm.allocate(changed.budget(), changed.rules());
        facts.accept("warm, " + words, Stopwatch.since(start));
        facts.accept("gap, " + words, plan.gap());
        facts.accept("violation, " + words, violation(changed, plan));
        System.gc();
        facts.accept("cold, " + words, Stopwatch.seconds(() -> one.cold(changed)));
    }

    private static double violation(AllocationProblem problem, SendPlan plan) {
        return new PlanCheck(problem)
                .violations(plan).stream().mapToDouble(Violation::share).max().orElse(0);
    }
}
