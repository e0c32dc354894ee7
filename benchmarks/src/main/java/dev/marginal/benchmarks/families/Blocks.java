package dev.marginal.benchmarks.families;

import dev.marginal.tables.Execution;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Fixed blocks of consecutive customers; threads share them out.
 *
 * @param customers in all blocks together
 */
record Blocks(int customers) {
    private static final int SIZE = 1 << 14;

    int count() {
        return (customers + SIZE - 1) / SIZE;
    }

    int start(int block) {
        return block * SIZE;
    }

    int end(int block) {
        return (int) Math.min((long) (block + 1) * SIZE, customers);
    }

    /** Works on every {@code stride}-th block, in any order. */
    void forEach(int stride, Execution execution, IntConsumer work) {
        int blocks = (count() + stride - 1) / stride;
        AtomicInteger next = new AtomicInteger();
        Thread[] threads =
                IntStream.range(0, Math.min(execution.threads(), blocks))
                        .mapToObj(number -> new Thread(() -> drain(next, blocks, stride, work)))
                        .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        if (next.get() < blocks + threads.length) {
            throw new IllegalStateException("A block of customers failed.");
        }
    }

    private static void drain(AtomicInteger next, int blocks, int stride, IntConsumer work) {
        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            work.accept(block * stride);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The generation was interrupted.", e);
        }
    }
}
