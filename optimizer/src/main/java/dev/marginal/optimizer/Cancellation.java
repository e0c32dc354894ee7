package dev.marginal.optimizer;

/** Ends a search from another thread: it returns the best plan it has so far. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Ends the search soon. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the search should end. */
    public boolean isCancelled() {
        return cancelled;
    }
}
