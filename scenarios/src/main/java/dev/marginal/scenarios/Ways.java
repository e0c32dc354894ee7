package dev.marginal.scenarios;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ways from offers to offers, as bits, numbered as they are first gone, with sums of each. */
final class Ways {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private long[] from = new long[128];
    private long[] to = new long[128];
    private long[] customers = new long[128];
    private long[] values = new long[128];
    private long[] spends = new long[128];
    private int size;

    /** By place: a way's number plus one, or 0; at most an eighth of the places is taken. */
    private int[] places = new int[8 * 128];

    /** The number of a way, new or known. */
    int of(long before, long now) {
        int place = place(before, now);
        while (places[place] != 0) {
            int way = places[place] - 1;
            if (from[way] == before && to[way] == now) {
                return way;
            }
            place = place + 1 & places.length - 1;
        }
        if (size == from.length) {
            grow();
            return of(before, now);
        }
        from[size] = before;
        to[size] = now;
        places[place] = ++size;
        return size - 1;
    }

    /** One more customer goes it. */
    void count(int way) {
        customers[way]++;
    }

    /** What somebody who goes it brings and costs more, in micro-units. */
    void add(int way, long value, long spend) {
        values[way] += value;
        spends[way] += spend;
    }

    int size() {
        return size;
    }

    long from(int way) {
        return from[way];
    }

    long to(int way) {
        return to[way];
    }

    List<Moved.Way> all() {
        return IntStream.range(0, size)
                .mapToObj(
                        way ->
                                new Moved.Way(
                                        from[way],
                                        to[way],
                                        customers[way],
                                        values[way],
                                        spends[way]))
                .toList();
    }

    private int place(long before, long now) {
        long mixed = (before * SCATTER + now) * SCATTER;
        return (int) (mixed >>> 32) & places.length - 1;
    }

    private void grow() {
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
        customers = Arrays.copyOf(customers, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        spends = Arrays.copyOf(spends, 2 * size);
        places = new int[8 * from.length];
        for (int way = 0; way < size; way++) {
            int place = place(from[way], to[way]);
            while (places[place] != 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = way + 1;
        }
    }
}
