package dev.marginal.scenarios.handover.outbox;

import java.time.Duration;

/**
 * What came of a request.
 *
 * @param words what the provider said, or what happened; printable, a few words, without the key
 * @param retryAfter how long the provider asks to be left alone; zero where it does not ask
 */
public record Answer(Fate fate, String words, Duration retryAfter) {
    /** Whether the provider has the chunk. */
    public enum Fate {
        /** It has. */
        ACCEPTED,
        /** It has, and complains of some of its sends. */
        PARTLY,
        /** It has not, and will not take it as it is. */
        REFUSED,
        /** It has not, since it is busy or out of reach. */
        BUSY,
        /** Nobody can tell. */
        UNKNOWN
    }

    static Answer of(Fate fate, String words) {
        return new Answer(fate, words, Duration.ZERO);
    }
}
