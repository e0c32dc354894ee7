package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.spark.Traffic;
import dev.marginal.tables.Execution;

/** By the threads of one machine. */
final class ThreadPlanner implements Planner {
    private static final Traffic NO_TRAFFIC = new Traffic(0, 0, 0, 0, 0);

    private final AllocatorSettings settings;
    private AllocationProblem problem;

    ThreadPlanner(AllocatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void hold(AllocationProblem asked) {
        problem = asked;
    }

    @Override
    public Planned plan() {
        SendPlan plan =
                Allocators.standard(settings, Execution.allCores())
                        .allocate(problem.book(), problem.budget(), problem.rules());
        long trace = Trace.of(0, plan.sets(problem.book().customers()));
        return new Planned(plan, plan.sends(), trace, NO_TRAFFIC, 0);
    }

    @Override
    public void close() {
        problem = null;
    }
}
