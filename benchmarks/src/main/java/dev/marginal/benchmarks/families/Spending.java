package dev.marginal.benchmarks.families;

import dev.marginal.optimizer.OfferBook;
import java.io.Serializable;

/**
 * What some customers get if nothing but a price of money holds them back.
 *
 * @param sends per offer
 * @param cost per segment, in micro-units
 */
public record Spending(long[] sends, long[] cost) implements Serializable {
    /** Of nobody, over so many segments. */
    static Spending none(int offers, int segments) {
        return new Spending(new long[offers], new long[segments]);
    }

    void add(int offer, int segment, float price) {
        sends[offer]++;
        cost[segment] += OfferBook.micros(price);
    }

    /** Adds what others get. */
    public synchronized void add(Spending other) {
        plus(sends, other.sends);
        plus(cost, other.cost);
    }

    /** In micro-units. */
    long total() {
        long total = 0;
        for (long one : cost) {
            total += one;
        }
        return total;
    }

    private static void plus(long[] sums, long[] other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other[i];
        }
    }
}
