package dev.marginal.scenarios.store;

/** Another process is making the plan. */
public final class PlanInHand extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public PlanInHand(String sentence) {
        super(sentence);
    }
}
