package dev.marginal.uplift.learners;

import java.util.stream.IntStream;

/**
 * Deals customers at random: all rows of a customer are dealt alike, whatever other rows there are.
 */
final class Draw {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_53 = 0x1p53;

    private final int[] group;
    private final long seed;

    Draw(int[] group, long seed) {
        this.group = group;
        this.seed = seed;
    }

    /** A number in [0, 1) of the row's customer. */
    double of(int row) {
        long mixed = mix(mix(seed) + group[row] * SPREAD);
        return (mixed >>> 11) / TWO_TO_53;
    }

    /** The rows whose number lies in [from, to), ascending. */
    int[] rows(double from, double to) {
        return IntStream.range(0, group.length)
                .filter(row -> of(row) >= from && of(row) < to)
                .toArray();
    }

    /** The mixer of SplittableRandom (Steele, Lea and Flood 2014). */
    private static long mix(long number) {
        long z = number + SPREAD;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
