package dev.marginal.tables;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Rows taken together by a whole number, the groups one after the other, each in the order in which
 * its rows were given. The arrays are owned by the record and not to be changed.
 *
 * @param rows those of group 0, then those of group 1 and so on
 * @param starts where each group begins in {@code rows}; one more, where the last ends
 */
public record Groups(int[] rows, int[] starts) {
    /**
     * Groups rows.
     *
     * @param rows in any order
     * @param group of a row, below {@code groups}
     */
    public static Groups of(int[] rows, IntUnaryOperator group, int groups) {
        int[] starts = new int[groups + 1];
        for (int row : rows) {
            starts[group.applyAsInt(row) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] grouped = new int[rows.length];
        for (int row : rows) {
            grouped[next[group.applyAsInt(row)]++] = row;
        }
        return new Groups(grouped, starts);
    }
}
