package dev.marginal.scenarios;

/**
 * An input is too old, or not wholly there yet, to plan from: yesterday's sends are missing, say.
 */
public final class StaleInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public StaleInput(String sentence) {
        super(sentence);
    }
}
