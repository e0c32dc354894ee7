package dev.marginal.app.rest;

import dev.marginal.optimizer.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Work that is done once, however many wait for it; it ends soon when nobody wants it any more. */
final class Task<T> {
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean begun;
    private int wanted;

    /** Has somebody told of its begin and its end. */
    void tell(Runnable listener) {
        listeners.add(listener);
    }

    /** Does the work, unless nobody wants it any more. */
    void run(Function<Cancellation, T> work) {
        if (!begins()) {
            return;
        }
        tellAll();
        try {
            end.complete(work.apply(cancellation));
        } catch (RuntimeException | Error problem) {
            end.completeExceptionally(problem);
        }
        tellAll();
    }

    private synchronized boolean begins() {
        begun = !end.isDone();
        return begun;
    }

    private void tellAll() {
        listeners.forEach(Runnable::run);
    }

    /** One more wants it; false if it was given up before. */
    synchronized boolean join() {
        if (cancellation.isCancelled()) {
            return false;
        }
        wanted++;
        return true;
    }

    /**
     * One less wants it.
     *
     * @return whether it goes on for others
     */
    boolean leave() {
        boolean over;
        boolean givenUp;
        synchronized (this) {
            wanted--;
            over = end.isDone();
            givenUp = wanted == 0 && !over;
            if (givenUp) {
                cancellation.cancel();
            }
            if (givenUp && !begun) {
                end.cancel(false);
            }
        }
        if (givenUp) {
            tellAll();
        }
        return !givenUp && !over;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    boolean isOver() {
        return end.isDone();
    }

    /** Why it failed, once it is over; nothing where it did not. */
    Optional<Throwable> failure() {
        if (!end.isCompletedExceptionally()) {
            return Optional.empty();
        }
        return Optional.of(end.handle((answer, problem) -> problem).join());
    }

    /** What came of it, once it is over; nothing where it failed. */
    Optional<T> answer() {
        return end.isDone() && !end.isCompletedExceptionally()
                ? Optional.of(end.join())
                : Optional.empty();
    }

    /** Waits for it, but no longer than this. */
    T await(long millis) throws ExecutionException, TimeoutException {
        try {
            return end.get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.stopping();
        }
    }
}
