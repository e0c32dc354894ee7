package dev.marginal.scenarios.contacts;

import java.util.Locale;

/** What became of a send. */
public enum SendStatus {
    /** Decided, not known to have left: a reservation until cancelled, expired or told of. */
    PLANNED,
    /** Handed to the provider, fate unknown. */
    ATTEMPTED,
    /** Left the provider. */
    SENT,
    /** Arrived. */
    DELIVERED,
    /** Came back. */
    BOUNCED,
    /** Never left. */
    FAILED,
    /** Taken back before it left. */
    CANCELLED,
    /** Was not sent in time. */
    EXPIRED;

    /** As it is spelt in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
