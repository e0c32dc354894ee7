package dev.marginal.app.job;

import java.time.Duration;
import java.util.function.Consumer;

/** Tries something again where that may help, and counts. */
final class Patience {
    private final Retries retries;
    private final Pause pause;
    private final Consumer<String> told;
    private int tries;

    /** What is tried. */
    @FunctionalInterface
    interface Task<T> {
        T attempt() throws InterruptedException;
    }

    Patience(NightlyRun job) {
        this.retries = job.retries();
        this.pause = job.pause();
        this.told = job.told();
    }

    /** What came of it; throws what the last try threw. */
    <T> T with(Task<T> task) throws InterruptedException {
        while (true) {
            tries++;
            try {
                return task.attempt();
            } catch (RuntimeException problem) {
                if (tries > retries.times() || !retries.mayHelp(problem)) {
                    throw problem;
                }
                waitAfter(problem);
            }
        }
    }

    int tries() {
        return tries;
    }

    private void waitAfter(RuntimeException problem) throws InterruptedException {
        Duration length = retries.pauseAfter(tries);
        told.accept(
                "%s%nTry %d of %d failed; the next begins in %s."
                        .formatted(
                                problem.getMessage(),
                                tries,
                                retries.times() + 1,
                                Span.words(length)));
        pause.pause(length);
    }
}
