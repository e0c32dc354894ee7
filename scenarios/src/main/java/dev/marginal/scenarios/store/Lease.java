package dev.marginal.scenarios.store;

import dev.marginal.tables.Requires;
import java.time.Clock;
import java.time.Duration;

/**
 * How long a claim is left alone after its process was last heard of. Whoever holds a claim is
 * heard of four times in that while.
 *
 * @param clock tells what messages and ledgers say of time; no claim changes hands by it alone
 */
public record Lease(Clock clock, Duration length) {
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final int BEATS = 4;

    public Lease {
        Requires.require(length.toMillis() >= BEATS, "length of a lease", length, "4 ms or longer");
    }

    /** A minute. */
    public static Lease usual(Clock clock) {
        return new Lease(clock, USUAL);
    }

    /** How often whoever holds a claim is heard of. */
    public Duration beat() {
        return length.dividedBy(BEATS);
    }
}
