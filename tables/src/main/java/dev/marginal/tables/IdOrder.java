package dev.marginal.tables;

import java.util.Arrays;

/**
 * Sorts rows by their ids' bytes: each byte in turn deals the rows that are alike so far into 257
 * stacks, one for each byte and one for ids that have ended.
 */
final class IdOrder {
    private static final int STACKS = 257;
    private static final int FEW = 24;

    private final IdColumn ids;
    private final int[] rows;
    private final int[] aside;

    private IdOrder(IdColumn ids, int[] rows) {
        this.ids = ids;
        this.rows = rows.clone();
        this.aside = new int[rows.length];
    }

    /** These rows by their ids; rows with the same id keep their order. */
    static int[] of(IdColumn ids, int[] rows) {
        IdOrder order = new IdOrder(ids, rows);
        order.sort(0, rows.length, 0);
        return order.rows;
    }

    private void sort(int from, int to, int depth) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        int[] starts = new int[STACKS + 1];
        for (int i = from; i < to; i++) {
            starts[ids.letter(rows[i], depth) + 1]++;
        }
        starts[0] = from;
        Arrays.parallelPrefix(starts, Integer::sum);
        deal(from, to, depth, starts.clone());
        for (int stack = 1; stack < STACKS; stack++) {
            if (starts[stack + 1] - starts[stack] > 1) {
                sort(starts[stack], starts[stack + 1], depth + 1);
            }
        }
    }

    private void deal(int from, int to, int depth, int[] next) {
        for (int i = from; i < to; i++) {
            aside[next[ids.letter(rows[i], depth)]++] = rows[i];
        }
        System.arraycopy(aside, from, rows, from, to - from);
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int at = i;
            while (at > from && ids.compare(rows[at - 1], row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
