package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Statistics with their bootstrap replicates.
 *
 * @param estimates one per statistic
 * @param replicates {@code [replicate][statistic]}
 */
record Estimates(double[] estimates, double[][] replicates) {
    /** One statistic alone. */
    Estimates only(int statistic) {
        double[][] alone = new double[replicates.length][];
        Arrays.setAll(alone, r -> new double[] {replicates[r][statistic]});
        return new Estimates(new double[] {estimates[statistic]}, alone);
    }

    /** The mean of the first statistics of several estimates, replicate by replicate. */
    static Estimates mean(List<Estimates> several) {
        double[][] means = new double[several.get(0).replicates.length][];
        Arrays.setAll(means, r -> new double[] {mean(several, each -> each.replicates[r][0])});
        return new Estimates(new double[] {mean(several, each -> each.estimates[0])}, means);
    }

    private static double mean(List<Estimates> several, ToDoubleFunction<Estimates> value) {
        return several.stream().mapToDouble(value).average().orElseThrow();
    }

    /** A statistic at the sample's own weights. */
    double of(int statistic) {
        return estimates[statistic];
    }

    /** A statistic with its 95 % interval. */
    Interval interval(int statistic) {
        return Interval.normal(estimates[statistic], standardError(statistic));
    }

    /** The difference of two statistics with its paired 95 % interval. */
    Interval lead(int statistic, int other) {
        double[] differences =
                Arrays.stream(replicates).mapToDouble(r -> r[statistic] - r[other]).toArray();
        return Interval.normal(
                estimates[statistic] - estimates[other], standardDeviation(differences));
    }

    double standardError(int statistic) {
        return standardDeviation(
                Arrays.stream(replicates).mapToDouble(r -> r[statistic]).toArray());
    }

    /** Of the values that could be told. */
    private static double standardDeviation(double[] values) {
        double[] told = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(told).average().orElse(Double.NaN);
        double squares = Arrays.stream(told).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (told.length - 1));
    }
}
