package dev.marginal.tables;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * With how much of the machine to work. Never changes a result: the same inputs and seed give the
 * same bytes for any number of threads.
 *
 * @param threads how many, at least 1
 */
public record Execution(int threads) {
    public Execution {
        Requires.positive(threads, "threads");
    }

    /**
     * Calls {@code work} with each number below {@code count}, in any order, from this many
     * threads; ends when all is done.
     *
     * @throws RuntimeException what a call threw
     */
    public void each(int count, IntConsumer work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> IntStream.range(0, count).parallel().forEach(work)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("The work failed.", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** One thread for every core that the JVM may use. */
    public static Execution allCores() {
        return new Execution(Runtime.getRuntime().availableProcessors());
    }
}
