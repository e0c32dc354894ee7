package dev.marginal.uplift.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows from best to worst, with ties.
 *
 * <p>A metric looks at a ranking only where a tie ends, so rows with equal scores count as one
 * point and the rows' order in the input never matters.
 */
public final class Ranking {
    private final int[] order;
    private final int[] ends;

    private Ranking(int[] order, int[] ends) {
        this.order = order;
        this.ends = ends;
    }

    /** The highest score first; equal scores tie; a missing score (NaN) stands last. */
    public static Ranking by(double[] score) {
        return of(keys(score));
    }

    /** Like {@link #by(double[])}. */
    public static Ranking by(float[] score) {
        long[] keys = new long[score.length];
        for (int row = 0; row < keys.length; row++) {
            float negated = Float.isNaN(score[row]) ? Float.POSITIVE_INFINITY : 0 - score[row];
            int bits = Float.floatToIntBits(negated);
            keys[row] = (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | row;
        }
        Arrays.sort(keys);
        return of(keys);
    }

    /**
     * The highest score first; equal scores stand in input order and do not tie, as in causalml,
     * whose values therefore depend on the order of the input.
     */
    public static Ranking withoutTies(double[] score) {
        long[] keys = keys(score);
        return new Ranking(order(keys), IntStream.rangeClosed(1, keys.length).toArray());
    }

    /** These rows alone, in the same order. */
    Ranking where(IntPredicate kept) {
        int[] rows = new int[order.length];
        int[] tieEnds = new int[ends.length];
        int count = 0;
        int ties = 0;
        int place = 0;
        for (int end : ends) {
            int before = count;
            for (; place < end; place++) {
                rows[count] = order[place];
                count += kept.test(order[place]) ? 1 : 0;
            }
            tieEnds[ties] = count;
            ties += count > before ? 1 : 0;
        }
        return new Ranking(Arrays.copyOf(rows, count), Arrays.copyOf(tieEnds, ties));
    }

    /** How many rows. */
    public int rows() {
        return order.length;
    }

    /** The row at a place, 0 being the best; tied rows stand in input order. */
    public int row(int place) {
        return order[place];
    }

    /** How many ties there are; a row with a score of its own counts as one. */
    public int ties() {
        return ends.length;
    }

    /** The place after the last of a tie. */
    public int end(int tie) {
        return ends[tie];
    }

    /** From sorted keys, each the place of a score and the row; equal places tie. */
    private static Ranking of(long[] keys) {
        int rows = keys.length;
        int[] ends =
                IntStream.rangeClosed(1, rows)
                        .filter(end -> end == rows || keys[end] >> 32 != keys[end - 1] >> 32)
                        .toArray();
        return new Ranking(order(keys), ends);
    }

    /** Rank (0 = highest score) and row, packed so that sorting sorts by both. */
    private static long[] keys(double[] score) {
        double[] negated = new double[score.length];
        Arrays.setAll(
                negated,
                row -> Double.isNaN(score[row]) ? Double.POSITIVE_INFINITY : 0 - score[row]);
        double[] distinct = Arrays.stream(negated).sorted().distinct().toArray();
        long[] keys = new long[score.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) Arrays.binarySearch(distinct, negated[row]) << 32 | row;
        }
        Arrays.sort(keys);
        return keys;
    }

    private static int[] order(long[] keys) {
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
