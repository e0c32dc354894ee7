package dev.marginal.optimizer.solving.ortools;

import dev.marginal.optimizer.solving.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs native calls in threads of their own, so that one that never returns stops nobody. Threads
 * are kept for the next call: starting one takes longer than a small linear program.
 */
final class Guard {
    /** How often a long call looks whether it was cancelled. */
    private static final long POLL = 50_000_000;

    /** How long a call may take to hand over what it has when it is told to stop. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Guard::daemon);

    private Guard() {}

    /** What the call returns, or nothing if the deadline passes first. */
    static <T> Optional<T> call(Deadline deadline, Supplier<T> work) {
        return await(start(work), deadline);
    }

    /** The same, but told to stop at the deadline, so that it may still return what it has. */
    static <T> Optional<T> call(Deadline deadline, Supplier<T> work, Runnable stop) {
        if (deadline.passed()) {
            return Optional.empty();
        }
        Future<T> task = start(work);
        return await(task, deadline)
                .or(
                        () -> {
                            stop.run();
                            return await(task, Deadline.after(GRACE));
                        });
    }

    private static <T> Future<T> start(Supplier<T> work) {
        return THREADS.submit(work::get);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "native solver");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> Optional<T> await(Future<T> task, Deadline deadline) {
        try {
            while (!deadline.passed()) {
                long wait = Math.min(POLL, deadline.remaining().toNanos());
                try {
                    return Optional.of(task.get(wait, TimeUnit.NANOSECONDS));
                } catch (TimeoutException e) {
                    continue;
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The allocation was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("OR-Tools failed.", e.getCause());
        }
    }
}
