package dev.marginal.optimizer.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Places next to each other in an order of customers ({@link Alike}).
 *
 * @param set what these customers chose
 * @param family of their personal limits
 * @param cell of all, or below zero where they are of several
 */
record Stretch(int from, int to, long set, int family, int cell) {
    /** Places to a stretch at most, so that scratch space stays in the nearest cache. */
    static final int MOST = 256;

    /** So many customers of one cell are a stretch of their own. */
    private static final int MANY = 64;

    private static final int SEVERAL = -1;

    /** All places of an order, each in one stretch. */
    static List<Stretch> of(Columns columns, long[] choices, int[] order) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        int end;
        for (int start = 0; start < order.length; start = end) {
            end = endOfCell(columns, choices, order, start);
            boolean many = end - start >= MANY;
            boolean apart = many || end - from > MOST;
            if (from < start && (apart || !alike(columns, choices, order[from], order[start]))) {
                stretches.add(stretch(columns, choices, order, from, start));
                from = start;
            }
            for (; many && from < end; from = Math.min(end, from + MOST)) {
                int to = Math.min(end, from + MOST);
                stretches.add(stretch(columns, choices, order, from, to));
            }
        }
        if (from < order.length) {
            stretches.add(stretch(columns, choices, order, from, order.length));
        }
        return stretches;
    }

    private static int endOfCell(Columns columns, long[] choices, int[] order, int start) {
        int one = order[start];
        int end = start + 1;
        while (end < order.length
                && alike(columns, choices, one, order[end])
                && columns.cell()[one] == columns.cell()[order[end]]) {
            end++;
        }
        return end;
    }

    private static boolean alike(Columns columns, long[] choices, int one, int other) {
        return choices[one] == choices[other] && columns.family(one) == columns.family(other);
    }

    private static Stretch stretch(Columns columns, long[] choices, int[] order, int from, int to) {
        int first = order[from];
        int cell = columns.cell()[first];
        boolean same = cell == columns.cell()[order[to - 1]];
        return new Stretch(from, to, choices[first], columns.family(first), same ? cell : SEVERAL);
    }

    int size() {
        return to - from;
    }

    boolean isOfOneCell() {
        return cell != SEVERAL;
    }
}
