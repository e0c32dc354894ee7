package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
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
    static ColumnTotal none(Optional<Segmentation> column, OfferBook book) {
        int names = column.map(one -> one.names().size()).orElse(1);
        return new ColumnTotal(column, new long[book.offers().size() * names * SUMS]);
    }

    /** Nothing yet of all customers as one, and then of every column that is told. */
    static List<ColumnTotal> none(OfferBook book) {
        List<ColumnTotal> totals = new ArrayList<>();
        totals.add(none(Optional.empty(), book));
        book.segmentations().stream()
                .filter(one -> one.names().size() <= SegmentTotal.MOST_VALUES)
                .forEach(one -> totals.add(none(Optional.of(one), book)));
        return totals;
    }

    /** Nothing yet of what is told of both books. */
    static List<ColumnTotal> none(OfferBook book, OfferBook other) {
        return none(book).stream()
                .filter(one -> one.column.map(other.segmentations()::contains).orElse(true))
                .toList();
    }

    /** Every send of a plan. */
    static ColumnTotal of(Optional<Segmentation> column, OfferBook book, SendPlan sends) {
        ColumnTotal total = none(column, book);
        int[] customers = sends.customer();
        byte[] offers = sends.offer();
        for (int send = 0; send < offers.length; send++) {
            int offer = offers[send];
            int customer = customers[send];
            long value = book.valueMicros(offer, customer);
            total.add(offer, customer, 1, value, book.costMicros(offer, customer));
        }
        return total;
    }

    /** Both together; of the same column and offers. */
    ColumnTotal plus(ColumnTotal more) {
        long[] both = sums.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += more.sums[i];
        }
        return new ColumnTotal(column, both);
    }

    Optional<Segmentation> column() {
        return column;
    }

    /** Adds sends of one offer to one customer; fewer than none takes them away. */
    void add(int offer, int customer, int sends, long value, long cost) {
        int name = names == 1 ? 0 : code[customer];
        int at = (offer * names + name) * SUMS;
        sums[at + SENDS] += sends;
        sums[at + VALUE] += value;
        sums[at + COST] += cost;
    }

    /** One of the sums of an offer and a value, in sends or micro-units. */
    long sum(int offer, int name, int which) {
        return sums[(offer * names + name) * SUMS + which];
    }
}
