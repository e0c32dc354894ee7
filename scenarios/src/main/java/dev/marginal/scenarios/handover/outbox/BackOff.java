package dev.marginal.scenarios.handover.outbox;

import java.time.Duration;

/** How long to wait before the next try. */
final class BackOff {
    private static final long LONGEST_SECONDS = 3_600;

    private BackOff() {}

    /** What the server asks for in seconds, an hour at most; else 1, 2, 4, … seconds. */
    static Duration after(int attempt, String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Math.min(LONGEST_SECONDS, Long.parseLong(retryAfter)));
        }
        return Duration.ofSeconds(1L << attempt);
    }
}
