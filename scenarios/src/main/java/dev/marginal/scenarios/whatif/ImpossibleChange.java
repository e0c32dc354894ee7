package dev.marginal.scenarios.whatif;

/** A change that makes no sense for the campaign that it was made to. */
public final class ImpossibleChange extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public ImpossibleChange(String sentence) {
        super(sentence);
    }
}
