package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import java.util.Arrays;
import java.util.List;

/** Walks along the customers of two plans for who moves. */
final class MovedWalk {
    private static final int FIRST_ROOM = 1 << 12;

    private final OfferBook now;
    private final OfferBook before;
    private final long revalued;
    private final Ways ways = new Ways();
    private final ColumnTotal[] totals;
    private int[] customer = new int[FIRST_ROOM];
    private int[] way = new int[FIRST_ROOM];
    private int size;

    /**
     * @param totals to which is added what those who get the same bring and cost more
     */
    MovedWalk(OfferBook now, OfferBook before, List<ColumnTotal> totals) {
        this.totals = totals.toArray(ColumnTotal[]::new);
        this.now = now;
        this.before = before;
        this.revalued = now.revalued(before);
    }

    /**
     * Looks at everyone; where nothing is revalued, only at those whose sets differ.
     *
     * @param to everyone's set now
     * @param from everyone's set before
     */
    void along(long[] to, long[] from) {
        for (int row = next(to, from, 0); row < to.length; row = next(to, from, row + 1)) {
            if (from[row] != to[row]) {
                add(row, ways.of(from[row], to[row]));
            } else if ((to[row] & revalued) != 0) {
                stay(row, to[row]);
            }
        }
    }

    private int next(long[] to, long[] from, int row) {
        if (revalued != 0) {
            return row;
        }
        int same = Arrays.mismatch(to, row, to.length, from, row, to.length);
        return same < 0 ? to.length : row + same;
    }

    /** Rows of those who move. */
    int[] customers() {
        return Arrays.copyOf(customer, size);
    }

    /** The number of the way that each of them goes. */
    int[] waysGone() {
        return Arrays.copyOf(way, size);
    }

    Ways ways() {
        return ways;
    }

    /** Who gets the same at other values or costs counts, unless it comes to the same together. */
    private void stay(int row, long set) {
        long value = 0;
        long spend = 0;
        for (long left = set & revalued; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            if (isRevalued(offer, row)) {
                long worth = now.valueMicros(offer, row) - before.valueMicros(offer, row);
                long cost = now.costMicros(offer, row) - before.costMicros(offer, row);
                value += worth;
                spend += cost;
                for (ColumnTotal total : totals) {
                    total.add(offer, row, 0, worth, cost);
                }
            }
        }
        if (value != 0 || spend != 0) {
            int number = ways.of(set, set);
            ways.count(number);
            ways.add(number, value, spend);
        }
    }

    private boolean isRevalued(int offer, int row) {
        return now.value()[offer][row] != before.value()[offer][row]
                || now.cost()[offer][row] != before.cost()[offer][row];
    }

    private void add(int row, int number) {
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, 2 * size);
            way = Arrays.copyOf(way, 2 * size);
        }
        customer[size] = row;
        way[size++] = number;
        ways.count(number);
    }
}
