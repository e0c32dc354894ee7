package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.processes.Effort;

/** A way of planning. */
interface Planner extends AutoCloseable {
    /** Draws the customers where they stay; those of the campaign before are let go. */
    void hold(AllocationFamily family);

    /**
     * Plans for them, knowing nothing of any plan before.
     *
     * @param effort to which the search for the plan is added
     */
    Planned plan(Effort effort);

    @Override
    void close();
}
