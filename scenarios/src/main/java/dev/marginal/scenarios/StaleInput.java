package dev.marginal.scenarios;

/**
 * An input is too old, or not wholly there yet, to plan from: yesterday's sends are missing, say.
 */
public final class StaleInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    /** With the sentence that a user reads; somebody has to bring a newer input. */
    public StaleInput(String sentence) {
        this(sentence, false);
    }

    /**
     * With the sentence that a user reads.
     *
     * @param passing whether the input may be there in a minute: it is still being written
     */
    public StaleInput(String sentence, boolean passing) {
        super(sentence);
        this.passing = passing;
    }

    /** Whether the input may be there in a minute. */
    public boolean isPassing() {
        return passing;
    }
}
