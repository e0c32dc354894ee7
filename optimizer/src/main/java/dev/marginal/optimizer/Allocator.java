package dev.marginal.optimizer;

/** Decides who gets what. */
public interface Allocator {
    /**
     * Chooses the sends that add up the most value within the budget and every rule.
     *
     * <p>The plan is feasible in every limit to the last micro-unit, or its outcome says that no
     * such plan exists or none was found. The same book, budget, rules and settings give the same
     * plan for any number of threads.
     */
    SendPlan allocate(OfferBook offers, Budget budget, Rules rules);
}
