package dev.marginal.benchmarks.families;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Fixed blocks of consecutive customers; threads share them out.
 *
 * @param first number of the first of them among those of the campaign
 * @param customers in all blocks together
 */
record Blocks(int first, int customers) {
    private static final int SIZE = 1 << 14;

    /** All blocks of a campaign of so many customers. */
    static Blocks of(int customers) {
        return new Blocks(0, customers);
    }

    /** Consecutive ones of a campaign's: each part has as many as any other, give or take one. */
    Blocks part(int number, int parts) {
        Requires.require(
                parts <= count(),
                "parts",
                parts,
                "at most one for every %,d customers of %,d".formatted(SIZE, customers));
        int from = (int) ((long) number * count() / parts);
        int to = (int) ((number + 1L) * count() / parts);
        return new Blocks(first + from, end(to - 1) - start(from));
    }

    int count() {
        return (customers + SIZE - 1) / SIZE;
    }

    int start(int block) {
        return block * SIZE;
    }

    int end(int block) {
        return (int) Math.min((long) (block + 1) * SIZE, customers);
    }

    /** Works on those that are among every {@code stride}-th of the campaign, in any order. */
    void forEach(int stride, Execution execution, IntConsumer work) {
        int skipped = Math.floorMod(-first, stride);
        int blocks = (count() - skipped + stride - 1) / stride;
        AtomicInteger next = new AtomicInteger();
        Thread[] threads =
                IntStream.range(0, Math.min(execution.threads(), blocks))
                        .mapToObj(
                                number ->
                                        new Thread(
                                                () ->
                                                        drain(
                                                                next,
                                                                blocks,
                                                                block ->
                                                                        work.accept(
                                                                                skipped
                                                                                        + block
                                                                                                * stride))))
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

    private static void drain(AtomicInteger next, int blocks, IntConsumer work) {
        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            work.accept(block);
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
