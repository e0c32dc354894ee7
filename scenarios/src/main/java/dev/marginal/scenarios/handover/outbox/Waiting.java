package dev.marginal.scenarios.handover.outbox;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Waiting {
    /** Sleeps. */
    Waiting ASLEEP = Waiting::sleep;

    /** Returns after so long. */
    void wait(Duration time);

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The hand-over was interrupted.", interrupted);
        }
    }
}
