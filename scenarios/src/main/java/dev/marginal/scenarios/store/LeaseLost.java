package dev.marginal.scenarios.store;

/** Another process took over a claim whose lease had run out. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public LeaseLost(String sentence) {
        super(sentence);
    }
}
