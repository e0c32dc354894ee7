package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * What some customers' choices add up to, per offer and cell, in exact whole numbers; the place of
 * an offer in a cell is {@code cell · offers + offer}.
 *
 * @param value in micro-units
 * @param cost in micro-units
 * @param sends how many
 * @param measures {@code [measure][place]} in millionths
 */
public record Sums(long[] value, long[] cost, long[] sends, long[][] measures) {
    /** No choices yet. */
    static Sums none(int places, int measures) {
        return new Sums(
                new long[places], new long[places], new long[places], new long[measures][places]);
    }

    /** What given sets of all customers add up to. */
    public static Sums of(Instance instance, long[] sets, Workers workers) {
        Columns columns = instance.columns();
        Blocks blocks = Blocks.of(new int[] {sets.length});
        return workers.fold(
                blocks.count(),
                instance::noSums,
                (sums, block) -> {
                    for (int row = blocks.start(block); row < blocks.end(block); row++) {
                        sums.add(columns, sets[row], row, 1);
                    }
                },
                Sums::add);
    }

    /** No choices of the same offers and cells. */
    public Sums none() {
        return none(sends.length, measures.length);
    }

    /** All of them in a row. */
    public long[] flat() {
        int places = sends.length;
        long[] flat = new long[(3 + measures.length) * places];
        System.arraycopy(value, 0, flat, 0, places);
        System.arraycopy(cost, 0, flat, places, places);
        System.arraycopy(sends, 0, flat, 2 * places, places);
        for (int measure = 0; measure < measures.length; measure++) {
            System.arraycopy(measures[measure], 0, flat, (3 + measure) * places, places);
        }
        return flat;
    }

    /**
     * The sums of the same offers, cells and measures that stand in a row.
     *
     * @param flat as of {@link #flat}; more may follow
     */
    public Sums of(long[] flat) {
        int places = sends.length;
        long[][] own = new long[measures.length][];
        for (int measure = 0; measure < own.length; measure++) {
            own[measure] = Arrays.copyOfRange(flat, (3 + measure) * places, (4 + measure) * places);
        }
        return new Sums(
                Arrays.copyOf(flat, places),
                Arrays.copyOfRange(flat, places, 2 * places),
                Arrays.copyOfRange(flat, 2 * places, 3 * places),
                own);
    }

    /** Counts the sends of one row's set so many times. */
    void add(Columns columns, long set, int row, int times) {
        for (long left = set; left != 0; left &= left - 1) {
            add(columns, Long.numberOfTrailingZeros(left), row, times);
        }
    }

    /** Counts one send. */
    void add(Columns columns, int offer, int row) {
        add(columns, offer, row, 1);
    }

    private void add(Columns columns, int offer, int row, int times) {
        int place = columns.cell()[row] * columns.offers() + offer;
        value[place] += times * columns.valueMicros(offer, row);
        cost[place] += times * columns.costMicros(offer, row);
        sends[place] += times;
        for (int measure = 0; measure < measures.length; measure++) {
            measures[measure][place] += times * columns.measureMicros(measure, offer, row);
        }
    }

    /** Counts sends, fewer than none to take them back, at a place where nothing is measured. */
    void add(int place, long valueMicros, long costMicros, int count) {
        value[place] += valueMicros;
        cost[place] += costMicros;
        sends[place] += count;
    }

    /** Those of some offers alone. */
    Sums only(long some, int offers) {
        Sums part = none();
        for (int place = 0; place < sends.length; place++) {
            if ((some >>> place % offers & 1) != 0) {
                part.value[place] = value[place];
                part.cost[place] = cost[place];
                part.sends[place] = sends[place];
                for (int measure = 0; measure < measures.length; measure++) {
                    part.measures[measure][place] = measures[measure][place];
                }
            }
        }
        return part;
    }

    /** Adds the choices of other customers. */
    public void add(Sums other) {
        plus(other, 1);
    }

    /** What is left without some of these choices. */
    public Sums minus(Sums some) {
        Sums rest = none();
        rest.plus(this, 1);
        rest.plus(some, -1);
        return rest;
    }

    /** A share of everything, rounded. */
    public Sums times(double share) {
        Sums part = none();
        for (int place = 0; place < sends.length; place++) {
            part.value[place] = Math.round(share * value[place]);
            part.cost[place] = Math.round(share * cost[place]);
            part.sends[place] = Math.round(share * sends[place]);
            for (int measure = 0; measure < measures.length; measure++) {
                part.measures[measure][place] = Math.round(share * measures[measure][place]);
            }
        }
        return part;
    }

    private void plus(Sums other, int sign) {
        plus(value, other.value, sign);
        plus(cost, other.cost, sign);
        plus(sends, other.sends, sign);
        for (int measure = 0; measure < measures.length; measure++) {
            plus(measures[measure], other.measures[measure], sign);
        }
    }

    private static void plus(long[] sums, long[] other, int sign) {
        for (int place = 0; place < sums.length; place++) {
            sums[place] += sign * other[place];
        }
    }

    /** Value over all offers and cells, in micro-units. */
    public long totalValue() {
        return total(value);
    }

    /** Cost over all offers and cells, in micro-units. */
    public long totalCost() {
        return total(cost);
    }

    private static long total(long[] sums) {
        long total = 0;
        for (long one : sums) {
            total += one;
        }
        return total;
    }
}
