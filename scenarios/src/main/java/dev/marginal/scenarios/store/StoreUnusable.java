package dev.marginal.scenarios.store;

/** A store cannot be read or written: a full disk, a folder of somebody else's, a server away. */
public final class StoreUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public StoreUnusable(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
