package dev.marginal.scenarios.handover.outbox;

import java.util.Locale;

/** How far a chunk has come. */
public enum ChunkState {
    /** Not handed over. */
    PENDING,
    /** On its way when the process last wrote; whether it arrived is not known. */
    SENDING,
    /** Handed over. */
    SENT,
    /** Handed over, and the target complains of some of its sends. */
    PARTLY,
    /** Not to be sent again, by the user's decision; its fate is the provider's to tell. */
    SKIPPED;

    /** Whether nothing is left to do with it. */
    public boolean isDone() {
        return compareTo(SENT) >= 0;
    }

    /** As it is spelt in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
