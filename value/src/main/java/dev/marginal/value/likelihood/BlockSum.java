package dev.marginal.value.likelihood;

import dev.marginal.tables.Execution;
import java.util.function.IntToDoubleFunction;

/**
 * Adds up a function of rows in blocks of fixed size, and the blocks in their order: the same
 * double for any number of threads.
 */
public final class BlockSum {
    private static final int BLOCK = 1 << 14;

    private BlockSum() {}

    /** The sum over all rows below {@code rows}. */
    public static double of(int rows, IntToDoubleFunction ofRow, Execution execution) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        double[] sums = new double[blocks];
        if (blocks < 2) {
            return block(0, rows, ofRow);
        }
        execution.each(
                blocks,
                block ->
                        sums[block] =
                                block(block * BLOCK, Math.min(rows, (block + 1) * BLOCK), ofRow));
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum;
    }

    private static double block(int from, int to, IntToDoubleFunction ofRow) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += ofRow.applyAsDouble(row);
        }
        return sum;
    }
}
