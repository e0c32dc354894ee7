package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.Arrays;
import java.util.List;

/**
 * Walks along the customers of two plans for who moves, some at a time: their sets of offers are
 * laid side by side in short arrays, which is faster than to merge the plans' sends.
 */
final class MovedWalk {
    private static final int TOGETHER = 64;
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

    /** A plan's sends from one of them on. */
    private static final class Row {
        private final int[] customer;
        private final byte[] offer;
        private final long[] sets = new long[TOGETHER];
        private int send;

        Row(SendPlan plan) {
            this.customer = plan.customer();
            this.offer = plan.offer();
        }

        /** The next customer who gets something; beyond all customers at the end. */
        int next() {
            return send < customer.length ? customer[send] : Integer.MAX_VALUE;
        }

        /** Whether the next sends are the same, so many that they are told apart fast. */
        boolean isLike(Row other) {
            int end = send + TOGETHER;
            int there = other.send + TOGETHER;
            return end <= customer.length
                    && there <= other.customer.length
                    && Arrays.equals(customer, send, end, other.customer, other.send, there)
                    && Arrays.equals(offer, send, end, other.offer, other.send, there);
        }

        /** Whether the last send went to a customer. */
        boolean wentTo(int row) {
            return send > 0 && customer[send - 1] == row;
        }

        /** The sets of the next customers. */
        long[] from(int first) {
            Arrays.fill(sets, 0);
            int at = send;
            for (; at < customer.length && customer[at] - first < TOGETHER; at++) {
                sets[customer[at] - first] |= 1L << offer[at];
            }
            send = at;
            return sets;
        }
    }

    void along(SendPlan plan, SendPlan other) {
        Row later = new Row(plan);
        Row earlier = new Row(other);
        int first = next(later, earlier);
        while (first < now.customers()) {
            long[] from = earlier.from(first);
            long[] to = later.from(first);
            for (int i = 0; i < TOGETHER; i++) {
                if (from[i] != to[i]) {
                    add(first + i, ways.of(from[i], to[i]));
                } else if ((to[i] & revalued) != 0) {
                    stay(first + i, to[i]);
                }
            }
            first = next(later, earlier);
        }
    }

    /** The next customer to look at; what is the same for many and not revalued is passed over. */
    private int next(Row later, Row earlier) {
        while (revalued == 0 && later.isLike(earlier)) {
            later.send += TOGETHER;
            earlier.send += TOGETHER;
        }
        int next = Math.min(later.next(), earlier.next());
        while (later.wentTo(next) && earlier.wentTo(next)) {
            later.send--;
            earlier.send--;
        }
        return next;
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
