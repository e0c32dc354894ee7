package dev.marginal.app.cli;

import dev.marginal.scenarios.planning.Progress;

/**
 * Prints each step of a job with the seconds it took. While a step runs, a terminal shows how far
 * it has come and how long it will take; elsewhere nothing is drawn that would have to be wiped
 * out.
 */
final class Steps implements Progress, AutoCloseable {
    private static final double NANOS = 1e9;
    private static final String WIPE_REST = "\033[K";

    private final Console console;
    private String step = "";
    private StepBar bar;
    private long since;

    Steps(Console console) {
        this.console = console;
    }

    @Override
    public void begins(String next) {
        end();
        step = next;
        since = System.nanoTime();
        console.draw(line());
    }

    @Override
    public void isAt(int done, int parts) {
        if (step.isEmpty() || !console.isTerminal()) {
            return;
        }
        if (bar == null) {
            bar =
                    new StepBar(
                            step,
                            parts,
                            console.columns(),
                            frame -> console.draw("\r" + frame + WIPE_REST));
        }
        bar.isAt(done, parts);
    }

    /** The running step is done. */
    void end() {
        if (!step.isEmpty()) {
            wipe();
            console.note("%.1f s".formatted((System.nanoTime() - since) / NANOS));
            step = "";
        }
    }

    /** Ends the line of a step that failed: its problem is told elsewhere. */
    @Override
    public void close() {
        if (!step.isEmpty()) {
            wipe();
            console.note("");
            step = "";
        }
    }

    private void wipe() {
        if (bar != null) {
            bar.close();
            bar = null;
            console.draw("\r" + WIPE_REST + line());
        }
    }

    private String line() {
        return "  " + step + " … ";
    }
}
