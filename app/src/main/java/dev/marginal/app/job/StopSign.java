package dev.marginal.app.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for as long as it is asked to, or until the process is told to stop. */
public final class StopSign implements Pause {
    private final CountDownLatch up = new CountDownLatch(1);

    /** Ends every pause, also those to come. */
    public void raise() {
        up.countDown();
    }

    /** Waits until it is raised. */
    public void await() throws InterruptedException {
        up.await();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (up.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("told to stop");
        }
    }
}
