package dev.marginal.uplift.inspection;

import dev.marginal.tables.Execution;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does independent work side by side. */
final class Side {
    private Side() {}

    /** Calls {@code work} with each number below {@code count}, from several threads. */
    static void bySide(int count, Execution execution, IntConsumer work) {
        ForkJoinPool pool = new ForkJoinPool(execution.threads());
        try {
            pool.submit(() -> IntStream.range(0, count).parallel().forEach(work)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The inspection was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The inspection failed.", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
