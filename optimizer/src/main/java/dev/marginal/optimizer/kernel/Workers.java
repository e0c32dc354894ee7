package dev.marginal.optimizer.kernel;

import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Threads that share out numbered blocks of work, for any number of callers; each block's result
 * belongs to the block.
 */
public final class Workers implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final int threads;
    private final ExecutorService executor;
    private final AtomicInteger callers = new AtomicInteger();

    public Workers(Execution execution) {
        this.threads = execution.threads();
        this.executor = threads == 1 ? null : pool(threads);
    }

    /**
     * Has a long work done, and knows of it meanwhile: while there are as many of them as threads,
     * each is done by its caller's thread alone, as no other would be idle. Results are the same.
     */
    public <T> T inTurn(Supplier<T> work) {
        callers.incrementAndGet();
        try {
            return work.get();
        } finally {
            callers.decrementAndGet();
        }
    }

    private boolean isAlone(int blocks) {
        return executor == null || blocks < 2 || callers.get() >= threads;
    }

    /**
     * Adds up blocks 0 to {@code blocks − 1}: every thread has a sum of its own, and these are
     * added at the end in no particular order, so adding must be exact.
     */
    <T> T fold(int blocks, Supplier<T> none, ObjIntConsumer<T> work, BiConsumer<T, T> add) {
        T total = none.get();
        if (isAlone(blocks)) {
            for (int block = 0; block < blocks; block++) {
                work.accept(total, block);
            }
            return total;
        }
        forEach(
                Math.min(threads, blocks),
                new AtomicInteger(),
                (next, thread) -> {
                    T own = none.get();
                    drain(next, blocks, block -> work.accept(own, block));
                    synchronized (total) {
                        add.accept(total, own);
                    }
                });
        return total;
    }

    /** Works on blocks 0 to {@code blocks − 1}, in any order, and returns when all are done. */
    public void forEach(int blocks, IntConsumer work) {
        if (isAlone(blocks)) {
            for (int block = 0; block < blocks; block++) {
                work.accept(block);
            }
            return;
        }
        forEach(
                Math.min(threads, blocks),
                new AtomicInteger(),
                (next, thread) -> drain(next, blocks, work));
    }

    private void forEach(int count, AtomicInteger next, ObjIntConsumer<AtomicInteger> work) {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread < count; thread++) {
            int number = thread;
            running.add(executor.submit(() -> work.accept(next, number)));
        }
        try {
            work.accept(next, 0);
        } finally {
            running.forEach(Workers::join);
        }
    }

    /** Threads that end when they have had nothing to do for a while. */
    private static ExecutorService pool(int threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Workers::named);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private static void drain(AtomicInteger next, int blocks, IntConsumer work) {
        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            work.accept(block);
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The allocation was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A pass over the customers failed.", e.getCause());
        }
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "allocation");
        thread.setDaemon(true);
        return thread;
    }
}
