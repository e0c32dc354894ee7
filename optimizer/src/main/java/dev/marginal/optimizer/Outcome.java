package dev.marginal.optimizer;

/** How an allocation ended. */
public enum Outcome {
    /** The plan keeps every limit and no better one exists. */
    OPTIMAL,
    /**
     * The plan keeps every limit; {@link SendPlan#gap} says how much better the best could be at
     * most.
     */
    FEASIBLE,
    /** No plan keeps every limit; {@link SendPlan#conflict} names limits that fight. */
    INFEASIBLE,
    /** The search ended without a plan and without a proof that there is none. */
    NOT_FOUND
}
