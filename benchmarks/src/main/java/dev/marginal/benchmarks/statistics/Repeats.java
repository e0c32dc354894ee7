package dev.marginal.benchmarks.statistics;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Interval;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One figure, measured once per seed or split.
 *
 * @param values in the order of the seeds
 */
public record Repeats(double[] values) {
    private static final double UPPER = 0.975;

    /** Their mean; {@code NaN} of none. */
    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Their standard deviation; {@code NaN} of fewer than two. */
    public double deviation() {
        double mean = mean();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** The middle one, the mean of the middle two if they are even in number. */
    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The mean with its 95 % interval by Student's t; see {@link #lead} for the overlap. */
    public Interval interval(double overlap) {
        double mean = mean();
        int count = values.length;
        if (count < 2) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double t = new TDistribution(null, count - 1.0).inverseCumulativeProbability(UPPER);
        double half = t * deviation() * Math.sqrt(1.0 / count + overlap);
        return new Interval(mean, mean - half, mean + half);
    }

    /**
     * The mean of this minus another, pair by pair, with its 95 % interval.
     *
     * @param overlap 0 where the repeats are independent, such as seeds; test rows / training rows
     *     where they are random splits of the same data, which are not (Nadeau and Bengio 2003, <a
     *     href="https://doi.org/10.1023/A:1024068626366">doi:10.1023/A:1024068626366</a>)
     */
    public Interval lead(Repeats other, double overlap) {
        Requires.require(
                other.values.length == values.length,
                "pairs",
                other.values.length,
                values.length + "");
        double[] differences = new double[values.length];
        Arrays.setAll(differences, i -> values[i] - other.values[i]);
        return new Repeats(differences).interval(overlap);
    }
}
