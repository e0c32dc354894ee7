package dev.marginal.app.rest;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether questions are taken: from when all that answers need is there, until the service stops.
 */
final class Readiness {
    private static final int RETRY_SECONDS = 2;

    /** What answers need. */
    enum Need {
        SOLVER("the solver"),
        PLANS("the plan of every campaign as it is");

        private final String words;

        Need(String words) {
            this.words = words;
        }
    }

    private final Set<Need> missing = EnumSet.allOf(Need.class);
    private boolean stopping;

    /** Something that was needed is there. */
    synchronized void has(Need need) {
        missing.remove(need);
    }

    /** Nothing new is taken any more. */
    synchronized void stop() {
        stopping = true;
    }

    /**
     * Lets those pass who ask about campaigns.
     *
     * @throws Refusal while something is missing, in words
     */
    synchronized void requireAll() {
        if (!missing.isEmpty()) {
            String words =
                    missing.stream().map(need -> need.words).collect(Collectors.joining(" and "));
            throw Refusal.busy(
                    503,
                    "The service is starting; it waits for %s.".formatted(words),
                    RETRY_SECONDS);
        }
    }

    /**
     * Lets those pass who ask something new.
     *
     * @throws Refusal also when the service is stopping
     */
    synchronized void requireOpen() {
        if (stopping) {
            throw Refusal.stopping();
        }
        requireAll();
    }
}
