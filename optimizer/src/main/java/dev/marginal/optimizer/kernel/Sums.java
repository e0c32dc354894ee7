package dev.marginal.optimizer.kernel;

/**
 * What some customers' choices add up to, per offer, in exact whole numbers.
 *
 * @param value in micro-units
 * @param cost in micro-units
 * @param sends how many
 */
public record Sums(long[] value, long[] cost, long[] sends) {
    /** No choices yet. */
    public static Sums none(int offers) {
        return new Sums(new long[offers], new long[offers], new long[offers]);
    }

    /** Counts one send. */
    void add(int offer, double valueMicros, double costMicros) {
        value[offer] += (long) valueMicros;
        cost[offer] += (long) costMicros;
        sends[offer]++;
    }

    /** Adds the choices of other customers. */
    public void add(Sums other) {
        for (int offer = 0; offer < sends.length; offer++) {
            value[offer] += other.value[offer];
            cost[offer] += other.cost[offer];
            sends[offer] += other.sends[offer];
        }
    }

    /** What is left without some of these choices. */
    public Sums minus(Sums some) {
        Sums rest = none(sends.length);
        for (int offer = 0; offer < sends.length; offer++) {
            rest.value[offer] = value[offer] - some.value[offer];
            rest.cost[offer] = cost[offer] - some.cost[offer];
            rest.sends[offer] = sends[offer] - some.sends[offer];
        }
        return rest;
    }

    /** Value over all offers, in micro-units. */
    public long totalValue() {
        long total = 0;
        for (long one : value) {
            total += one;
        }
        return total;
    }
}
