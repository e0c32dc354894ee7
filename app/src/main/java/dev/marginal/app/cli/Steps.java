package dev.marginal.app.cli;

import dev.marginal.scenarios.planning.Progress;

/** Prints each step of a job with the seconds it took. */
final class Steps implements Progress, AutoCloseable {
    private static final double NANOS = 1e9;

    private final Console console;
    private boolean running;
    private long since;

    Steps(Console console) {
        this.console = console;
    }

    @Override
    public void begins(String step) {
        end();
        console.messages().print("  " + step + " … ");
        console.messages().flush();
        running = true;
        since = System.nanoTime();
    }

    /** The running step is done. */
    void end() {
        if (running) {
            console.say("%.1f s".formatted((System.nanoTime() - since) / NANOS));
            running = false;
        }
    }

    /** Ends the line of a step that failed: its problem is told elsewhere. */
    @Override
    public void close() {
        if (running) {
            console.say("");
            running = false;
        }
    }
}
