package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.reports.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long answers took, in milliseconds.
 *
 * @param sorted from the shortest to the longest
 */
record Latencies(double[] sorted) {
    static Latencies of(List<Given> given, Predicate<Given> which) {
        return new Latencies(
                given.stream()
                        .filter(Given::isAnswer)
                        .filter(which)
                        .mapToDouble(one -> one.seconds() * 1000)
                        .sorted()
                        .toArray());
    }

    int count() {
        return sorted.length;
    }

    /** The least time within which at least this share was answered. */
    double quantile(double share) {
        return count() == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * count()) - 1)];
    }

    double most() {
        return Arrays.stream(sorted).max().orElse(Double.NaN);
    }

    /** Milliseconds as the tables show them. */
    static String words(double millis) {
        return Double.isNaN(millis)
                ? Figures.NONE
                : Figures.format(millis < 10 ? "%.1f" : "%,.0f", millis);
    }
}
