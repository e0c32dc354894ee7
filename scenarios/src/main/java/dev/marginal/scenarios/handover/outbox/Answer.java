package dev.marginal.scenarios.handover.outbox;

/**
 * What came of a request.
 *
 * @param words what the provider said, or what happened; printable, a few words
 */
public record Answer(Fate fate, String words) {
    /** Whether the provider has the chunk. */
    public enum Fate {
        /** It has. */
        ACCEPTED,
        /** It has not, and will not take it as it is. */
        REFUSED,
        /** It has not, since it is busy or out of reach. */
        BUSY,
        /** Nobody can tell. */
        UNKNOWN
    }
}
