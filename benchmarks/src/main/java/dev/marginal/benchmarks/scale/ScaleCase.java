package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.checking.PlanCheck;
import dev.marginal.benchmarks.checking.Violation;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import java.util.List;

/**
 * Plans campaigns of one size, one per seed, in this JVM: time, proof and memory. Plans of a seed
 * that is not reported warm the JVM up; the very first is told too.
 */
public final class ScaleCase {
    private final Case one;
    private final Facts facts;

    private ScaleCase(Case one) {
        this.one = one;
        this.facts = one.facts();
    }

    /** Measures one size. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, Case.OPTIONS);
        ScaleCase measured = new ScaleCase(Case.of(options));
        measured.facts.add("first", measured.one.warmUp());
        for (long seed : options.numbers("seeds", "1")) {
            measured.measure(measured.one.family().withSeed(seed));
        }
    }

    private void measure(AllocationFamily family) {
        long start = System.nanoTime();
        AllocationProblem problem = FamilyGenerator.generate(family, one.execution());
        facts.add("generate", Stopwatch.since(start));
        System.gc();
        start = System.nanoTime();
        SendPlan plan = one.cold(problem);
        facts.add("allocate", Stopwatch.since(start));
        System.gc();
        facts.add("heap", Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        tell(problem, plan);
    }

    private void tell(AllocationProblem problem, SendPlan plan) {
        facts.add("outcome", plan.outcome());
        facts.add("binding", plan.limits().stream().filter(LimitUse::binds).count());
        facts.add("sends", plan.sends());
        facts.add("value", plan.value());
        facts.add("bound", plan.bound());
        facts.add("gap", plan.gap());
        List<Violation> violations = new PlanCheck(problem).violations(plan);
        violations.forEach(violation -> facts.add("broken", violation));
        facts.add("violation", violations.stream().mapToDouble(Violation::share).max().orElse(0));
        plan.curve().ifPresent(curve -> facts.add("corners", curve.spend().length));
    }
}
