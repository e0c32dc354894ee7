package dev.marginal.app.job;

import java.time.Duration;

/** How the job waits. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException when the job is told to stop
     */
    void pause(Duration length) throws InterruptedException;
}
