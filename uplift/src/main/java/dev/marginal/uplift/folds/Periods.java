package dev.marginal.uplift.folds;

import dev.marginal.tables.Requires;
import java.util.Arrays;

/** Cuts time into blocks of consecutive periods with about equally many rows. */
final class Periods {
    private Periods() {}

    /**
     * The block of each row: the k-th cut stands where the rows before it are nearest to k/blocks
     * of all, each block keeping at least one period.
     */
    static int[] blocks(int[] period, int blocks) {
        int[] distinct = Arrays.stream(period).sorted().distinct().toArray();
        Requires.require(
                distinct.length >= blocks,
                "periods",
                distinct.length,
                "at least %d, one per fold".formatted(blocks));
        int[] place = Arrays.stream(period).map(p -> Arrays.binarySearch(distinct, p)).toArray();
        int[] block = blocksOfPeriods(rowsBefore(place, distinct.length), blocks);
        return Arrays.stream(place).map(p -> block[p]).toArray();
    }

    /** The rows before each period, and at the end all rows. */
    private static long[] rowsBefore(int[] place, int periods) {
        long[] before = new long[periods + 1];
        for (int p : place) {
            before[p + 1]++;
        }
        for (int p = 0; p < periods; p++) {
            before[p + 1] += before[p];
        }
        return before;
    }

    private static int[] blocksOfPeriods(long[] before, int blocks) {
        int periods = before.length - 1;
        int[] block = new int[periods];
        int cut = 0;
        for (int k = 1; k < blocks; k++) {
            double aim = (double) before[periods] * k / blocks;
            int last = periods - (blocks - k);
            cut++;
            while (cut < last && Math.abs(before[cut + 1] - aim) < Math.abs(before[cut] - aim)) {
                cut++;
            }
            for (int p = cut; p < periods; p++) {
                block[p] = k;
            }
        }
        return block;
    }
}
