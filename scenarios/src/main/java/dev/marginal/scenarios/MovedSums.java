package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What customers who get something else bring and cost more, by way and by segment. Goes offer by
 * offer, and lists whom it concerns first: then nothing is left to guess for a processor.
 */
final class MovedSums {
    private final int[] customer;
    private final int[] way;
    private final Ways ways;
    private final ColumnTotal everyone;
    private final ColumnTotal[] columns;
    private final int[] concerned;

    /**
     * @param way of each customer
     * @param totals to which is added, those of everyone first
     */
    MovedSums(int[] customer, int[] way, Ways ways, List<ColumnTotal> totals) {
        this.customer = customer;
        this.way = way;
        this.ways = ways;
        this.everyone = totals.get(0);
        this.columns = totals.stream().skip(1).toArray(ColumnTotal[]::new);
        this.concerned = new int[way.length];
    }

    /** Adds what is sent now and takes away what was sent before. */
    void add(OfferBook now, OfferBook before) {
        long unlike = now.unlike(before);
        for (int offer = 0; offer < now.offers().size(); offer++) {
            boolean shared = (unlike >>> offer & 1) == 0;
            add(now, offer, signs(offer, shared ? -1 : 0, 1));
            if (!shared) {
                add(before, offer, signs(offer, -1, 0));
            }
        }
    }

    /** By way: how often an offer is added, where it was sent before and where it is sent now. */
    private int[] signs(int offer, int before, int now) {
        return IntStream.range(0, ways.size())
                .map(
                        number ->
                                (int) (ways.from(number) >>> offer & 1) * before
                                        + (int) (ways.to(number) >>> offer & 1) * now)
                .toArray();
    }

    private void add(OfferBook book, int offer, int[] signs) {
        int count = concerned(signs);
        int sends = 0;
        long values = 0;
        long spends = 0;
        for (int i = 0; i < count; i++) {
            int row = customer[concerned[i]];
            int number = way[concerned[i]];
            int sign = signs[number];
            long value = sign * book.valueMicros(offer, row);
            long spend = sign * book.costMicros(offer, row);
            ways.add(number, value, spend);
            for (ColumnTotal column : columns) {
                column.add(offer, row, sign, value, spend);
            }
            sends += sign;
            values += value;
            spends += spend;
        }
        everyone.add(offer, 0, sends, values, spends);
    }

    /** Lists the customers with a sign; how many they are. */
    private int concerned(int[] signs) {
        int count = 0;
        for (int i = 0; i < way.length; i++) {
            concerned[count] = i;
            count += signs[way[i]] & 1;
        }
        return count;
    }
}
