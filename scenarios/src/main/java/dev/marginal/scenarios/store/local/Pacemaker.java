package dev.marginal.scenarios.store.local;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives signs of life at an even pace, from a thread of its own, until closed. */
public final class Pacemaker implements AutoCloseable {
    private final ScheduledExecutorService thread;

    private Pacemaker(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /**
     * Calls {@code beat} once in every {@code pause}, the first time after one.
     *
     * @param beat may fail; a beat that fails is a beat not heard, and the next one comes all the
     *     same
     */
    public static Pacemaker start(String name, Duration pause, Beat beat) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread one = new Thread(work, name);
                            one.setDaemon(true);
                            return one;
                        });
        long millis = pause.toMillis();
        thread.scheduleAtFixedRate(() -> attempt(beat), millis, millis, TimeUnit.MILLISECONDS);
        return new Pacemaker(thread);
    }

    /** A sign of life. */
    @FunctionalInterface
    public interface Beat {
        /** Gives it. */
        void give() throws Exception;
    }

    /** Ends; a beat that is under way is waited for. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Beat beat) {
        try {
            beat.give();
        } catch (Exception unheard) {
            Thread.yield();
        }
    }
}
