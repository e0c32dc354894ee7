package dev.marginal.uplift.inspection;

import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * Mean doubly robust effects of segments, each with its interval and its distance from the rest.
 *
 * <p>All rows of one customer count as one observation: their deviations are added up before they
 * are squared. Both variances come from the customers' influence on the mean, and on the difference
 * of two means, with n / (n − 1) for the few.
 */
final class SegmentMeans {
    private static final int LEAST_CUSTOMERS = 30;

    private final int[] order;
    private final int[] group;
    private final double[] weight;
    private final OutOfFoldScores history;

    SegmentMeans(OutOfFoldScores history) {
        this.history = history;
        this.order = byCustomer(history.group());
        this.group = Arrays.stream(order).map(row -> history.group()[row]).toArray();
        this.weight = Arrays.stream(order).mapToDouble(row -> history.weight()[row]).toArray();
    }

    /**
     * A segment's mean effect.
     *
     * @param probability of so large a difference from all others by chance; {@code NaN} for too
     *     few
     */
    record Measured(int rows, Interval effect, double probability) {}

    /** The segments' means, in order. */
    Measured[] measure(Segments segments, int treatment) {
        int[] code = IntStream.of(order).map(row -> segments.code()[row]).toArray();
        float[] effect = new float[order.length];
        for (int i = 0; i < effect.length; i++) {
            effect[i] = history.effect()[treatment][order[i]];
        }
        int count = segments.values().size();
        double[] sums = new double[count];
        double[] weights = new double[count];
        int[] rows = new int[count];
        for (int i = 0; i < effect.length; i++) {
            sums[code[i]] += weight[i] * effect[i];
            weights[code[i]] += weight[i];
            rows[code[i]]++;
        }
        double allSums = Arrays.stream(sums).sum();
        double allWeights = Arrays.stream(weights).sum();
        Measured[] measured = new Measured[count];
        for (int segment = 0; segment < count; segment++) {
            double restWeight = allWeights - weights[segment];
            Means means =
                    new Means(
                            sums[segment] / weights[segment],
                            weights[segment],
                            (allSums - sums[segment]) / restWeight,
                            restWeight);
            measured[segment] = measure(segment, code, effect, means, rows[segment]);
        }
        return measured;
    }

    /** Weighted means and weights inside and outside of a segment. */
    private record Means(double inside, double insideWeight, double outside, double restWeight) {}

    private Measured measure(int segment, int[] code, float[] effect, Means means, int rows) {
        int inside = 0;
        int outside = 0;
        double variance = 0;
        double contrast = 0;
        for (int from = 0, to; from < code.length; from = to) {
            double own = 0;
            double other = 0;
            boolean in = false;
            boolean out = false;
            for (to = from; to < code.length && group[to] == group[from]; to++) {
                if (code[to] == segment) {
                    own += weight[to] * (effect[to] - means.inside) / means.insideWeight;
                    in = true;
                } else {
                    other += weight[to] * (effect[to] - means.outside) / means.restWeight;
                    out = true;
                }
            }
            inside += in ? 1 : 0;
            outside += out ? 1 : 0;
            variance += own * own;
            contrast += (own - other) * (own - other);
        }
        double few = inside < 2 ? Double.NaN : inside / (inside - 1.0);
        Interval interval = Interval.normal(means.inside, Math.sqrt(variance * few));
        boolean told = Math.min(inside, outside) >= LEAST_CUSTOMERS && contrast > 0;
        double z = (means.inside - means.outside) / Math.sqrt(contrast);
        return new Measured(
                rows, interval, told ? Erf.erfc(Math.abs(z) / Math.sqrt(2)) : Double.NaN);
    }

    private static int[] byCustomer(int[] group) {
        long[] keys = new long[group.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) group[row] << Integer.SIZE | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
