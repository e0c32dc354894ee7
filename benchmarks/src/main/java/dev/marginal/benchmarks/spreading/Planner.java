package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationProblem;

/** A way of planning. */
interface Planner extends AutoCloseable {
    /** Takes the customers in, where they stay; those of the campaign before are let go. */
    void hold(AllocationProblem problem);

    /** Plans for them, knowing nothing of any plan before. */
    Planned plan();

    @Override
    void close();
}
