package dev.marginal.benchmarks.peers;

/** A solver with its model of a campaign, built and ready. */
interface Solver {
    /** Builds the model. */
    void build(Rows rows);

    /** Solves it within about so many seconds, if the solver keeps its limits. */
    Solution solve(double seconds);
}
