package dev.marginal.boosting;

import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Deals batches of rows to threads, each of which brings its own tools. */
final class Batches {
    static final int ROWS = 16_384;

    private Batches() {}

    /** What a thread works with. */
    interface Tools extends AutoCloseable {
        @Override
        void close();
    }

    /** Does one batch. */
    interface Work<T> {
        void run(T tools, int from, int to);
    }

    /** Runs {@code work} for every batch, in any order; throws what the first to fail threw. */
    static <T extends Tools> void each(
            int rows, Execution execution, Supplier<T> tools, Work<T> work) {
        int batches = (rows + ROWS - 1) / ROWS;
        int threads = Math.min(execution.threads(), batches);
        AtomicInteger next = new AtomicInteger();
        if (threads <= 1) {
            run(rows, next, tools, work);
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(executor.submit(() -> run(rows, next, tools, work)));
            }
            workers.forEach(Batches::await);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T extends Tools> void run(
            int rows, AtomicInteger next, Supplier<T> tools, Work<T> work) {
        int batches = (rows + ROWS - 1) / ROWS;
        try (T own = tools.get()) {
            for (int i = next.getAndIncrement(); i < batches; i = next.getAndIncrement()) {
                int from = i * ROWS;
                work.run(own, from, Math.min(rows, from + ROWS));
            }
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Scoring was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Scoring failed.", failed.getCause());
        }
    }
}
