package dev.marginal.scenarios.store;

import java.time.Duration;
import java.time.Instant;

/** Another process is making the plan. */
public final class PlanInHand extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public PlanInHand(String sentence) {
        super(sentence);
    }

    /**
     * Somebody holds a key.
     *
     * @param holder such as {@code process 4711 on crm-1}
     * @param lease after how long without a sign of it the key is free
     */
    public static PlanInHand of(PlanKey key, String holder, Instant since, Duration lease) {
        return new PlanInHand(
                """
                The plan of %s is in hand: %s works at it since %s.
                Wait until it is done, or stop it; a process that is gone loses its claim within %s."""
                        .formatted(key, holder, since, words(lease.multipliedBy(2))));
    }

    private static String words(Duration time) {
        return time.toSeconds() == 0 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
