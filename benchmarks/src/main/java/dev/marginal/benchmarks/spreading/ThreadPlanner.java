package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.spark.Traffic;
import dev.marginal.tables.Execution;
import java.util.Optional;

/** By the threads of one machine. */
final class ThreadPlanner implements Planner {
    private static final Traffic NO_TRAFFIC = new Traffic(0, 0, 0, 0, 0);

    private final AllocatorSettings settings;
    private AllocationProblem problem;

    ThreadPlanner(AllocatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void hold(AllocationFamily family) {
        problem = null;
        problem = FamilyGenerator.generate(family, Execution.allCores());
    }

    @Override
    public Planned plan(Effort effort) {
        SendPlan plan =
                effort.of(
                        () ->
                                Allocators.standard(settings, Execution.allCores())
                                        .allocate(
                                                problem.book(), problem.budget(), problem.rules()));
        long trace = Trace.of(0, plan.sets(problem.book().customers()));
        return new Planned(plan, plan.sends(), trace, NO_TRAFFIC, 0, Optional.empty());
    }

    @Override
    public void close() {
        problem = null;
    }
}
