package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What customers who move bring and cost more, by way and by segment. Goes offer by offer, since
 * the columns of one are read fastest alone.
 */
final class MovedSums {
    private final int[] customer;
    private final int[] way;
    private final Ways ways;
    private final long[] values;
    private final long[] spends;
    private final ColumnTotal[] totals;

    MovedSums(int[] customer, int[] way, Ways ways, List<ColumnTotal> totals) {
        this.customer = customer;
        this.way = way;
        this.ways = ways;
        this.values = new long[ways.size()];
        this.spends = new long[ways.size()];
        this.totals = totals.toArray(ColumnTotal[]::new);
    }

    /**
     * Adds what is sent now and takes away what was sent before.
     *
     * @param revalued bits of the offers that do not share their columns
     */
    void add(OfferBook now, OfferBook before, long revalued) {
        for (int offer = 0; offer < now.offers().size(); offer++) {
            boolean shared = (revalued >>> offer & 1) == 0;
            int[] come = sign(offer, shared ? -1 : 0, 1);
            add(now, offer, come);
            if (!shared) {
                add(before, offer, sign(offer, -1, 0));
            }
        }
    }

    /** By way: how often an offer is added, where it was sent before and where it is sent now. */
    private int[] sign(int offer, int before, int now) {
        return IntStream.range(0, ways.size())
                .map(
                        number ->
                                (int) (ways.from(number) >>> offer & 1) * before
                                        + (int) (ways.to(number) >>> offer & 1) * now)
                .toArray();
    }

    private void add(OfferBook book, int offer, int[] signs) {
        for (int i = 0; i < way.length; i++) {
            int number = way[i];
            int sign = signs[number];
            if (sign != 0) {
                long value = sign * book.valueMicros(offer, customer[i]);
                long spend = sign * book.costMicros(offer, customer[i]);
                values[number] += value;
                spends[number] += spend;
                for (ColumnTotal total : totals) {
                    total.add(offer, customer[i], sign, value, spend);
                }
            }
        }
    }

    List<Moved.Way> ways() {
        return IntStream.range(0, values.length)
                .mapToObj(
                        number ->
                                new Moved.Way(
                                        ways.from(number),
                                        ways.to(number),
                                        ways.customers(number),
                                        values[number],
                                        spends[number]))
                .toList();
    }
}
