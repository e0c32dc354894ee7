package dev.marginal.scenarios.store;

/** Another plan is published already. */
public final class PlanInTheWay extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public PlanInTheWay(String sentence) {
        super(sentence);
    }
}
