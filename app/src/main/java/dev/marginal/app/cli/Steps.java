package dev.marginal.app.cli;

import dev.marginal.scenarios.planning.Progress;

/** Prints each step of a job with the seconds it took. */
final class Steps implements Progress, AutoCloseable {
    private static final double NANOS = 1e9;

    private final Console console;
    private String running;
    private long since;

    Steps(Console console) {
        this.console = console;
    }

    @Override
    public void begins(String step) {
        end();
        running = step;
        since = System.nanoTime();
    }

    /** The running step is done. */
    void end() {
        if (running != null) {
            console.say("%6.1f s  %s".formatted((System.nanoTime() - since) / NANOS, running));
            running = null;
        }
    }

    /** Forgets a step that failed: its problem is told elsewhere. */
    @Override
    public void close() {
        running = null;
    }
}
