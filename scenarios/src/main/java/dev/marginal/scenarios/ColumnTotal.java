package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.Optional;

/** What each offer sends to the customers of each value of a column; exact sums. */
final class ColumnTotal {
    static final int SENDS = 0;
    static final int VALUE = 1;
    static final int COST = 2;
    private static final int SUMS = 3;

    private final Optional<Segmentation> column;
    private final int names;
    private final int[] code;
    private final long[] sums;

    private ColumnTotal(Optional<Segmentation> column, long[] sums) {
        this.column = column;
        this.names = column.map(one -> one.names().size()).orElse(1);
        this.code = column.map(Segmentation::code).orElse(new int[0]);
        this.sums = sums;
    }

    /**
     * Nothing yet.
     *
     * @param column empty for all customers as one
     */
    static ColumnTotal none(Optional<Segmentation> column, int offers) {
        int names = column.map(one -> one.names().size()).orElse(1);
        return new ColumnTotal(column, new long[offers * names * SUMS]);
    }

    /** The same sums, to go on from. */
    ColumnTotal copy() {
        return new ColumnTotal(column, sums.clone());
    }

    Optional<Segmentation> column() {
        return column;
    }

    /** Adds one send, or takes it away. */
    void add(int offer, int customer, int sign, long value, long cost) {
        int name = names == 1 ? 0 : code[customer];
        int at = (offer * names + name) * SUMS;
        sums[at + SENDS] += sign;
        sums[at + VALUE] += sign * value;
        sums[at + COST] += sign * cost;
    }

    /** One of the sums of an offer and a value, in sends or micro-units. */
    long sum(int offer, int name, int which) {
        return sums[(offer * names + name) * SUMS + which];
    }

    /** Adds every send of a plan. */
    static void add(OfferBook book, SendPlan sends, List<ColumnTotal> totals) {
        ColumnTotal[] all = totals.toArray(ColumnTotal[]::new);
        int[] customers = sends.customer();
        byte[] offers = sends.offer();
        for (int send = 0; send < offers.length; send++) {
            add(book, offers[send], customers[send], 1, all);
        }
    }

    /** Adds what moved customers get now, and takes away what they got before. */
    static void add(OfferBook now, OfferBook before, Moved moved, List<ColumnTotal> totals) {
        ColumnTotal[] all = totals.toArray(ColumnTotal[]::new);
        long[] gone = moved.gone();
        long[] come = moved.come();
        for (int number = 0; number < moved.size(); number++) {
            int customer = moved.customer(number);
            int way = moved.way(number);
            for (long left = gone[way]; left != 0; left &= left - 1) {
                add(before, Long.numberOfTrailingZeros(left), customer, -1, all);
            }
            for (long left = come[way]; left != 0; left &= left - 1) {
                add(now, Long.numberOfTrailingZeros(left), customer, 1, all);
            }
        }
    }

    private static void add(
            OfferBook book, int offer, int customer, int sign, ColumnTotal[] totals) {
        long value = book.valueMicros(offer, customer);
        long cost = book.costMicros(offer, customer);
        for (ColumnTotal one : totals) {
            one.add(offer, customer, sign, value, cost);
        }
    }
}
