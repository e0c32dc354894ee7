package dev.marginal.tables;

/**
 * Rows cut into blocks of fixed size, each worked on by one thread: what comes out does not depend
 * on how many threads there are, down to the last bit of a sum.
 */
public final class RowBlocks {
    private static final int SIZE = 1 << 12;

    private RowBlocks() {}

    /** Work on the rows from {@code from} until below {@code to}. */
    @FunctionalInterface
    public interface Work {
        /** Works. */
        void on(int from, int to);
    }

    /** A sum over the rows from {@code from} until below {@code to}. */
    @FunctionalInterface
    public interface Summand {
        /** Adds up. */
        double of(int from, int to);
    }

    /** Works on all rows below {@code rows}, the blocks in any order. */
    public static void each(int rows, Execution execution, Work work) {
        if (rows <= SIZE) {
            work.on(0, rows);
        } else {
            execution.each(blocks(rows), block -> work.on(from(block), to(block, rows)));
        }
    }

    /** The sum over all rows below {@code rows}, the blocks added in their order. */
    public static double sum(int rows, Execution execution, Summand summand) {
        double[] sums = new double[blocks(rows)];
        each(rows, execution, (from, to) -> sums[from / SIZE] = summand.of(from, to));
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum;
    }

    private static int blocks(int rows) {
        return Math.max(1, (rows + SIZE - 1) / SIZE);
    }

    private static int from(int block) {
        return block * SIZE;
    }

    private static int to(int block, int rows) {
        return Math.min(rows, (block + 1) * SIZE);
    }
}
