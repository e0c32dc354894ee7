package dev.marginal.benchmarks.python;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One metric of one contestant's predictions of one split.
 *
 * @param ours as Marginal computes it
 * @param theirs as the installed library does
 */
record Parity(String metric, double ours, double theirs) {
    /** What they may differ by, absolutely, and for values beyond one relatively. */
    static final double MOST = 1e-8;

    private static final String THEIRS = ", the library's own";

    /** What the library's own figure of a metric is called. */
    static String theirs(String metric) {
        return metric + THEIRS;
    }

    /** Every metric that a library, too, computed of these predictions. */
    static List<Parity> of(List<Scored> scored) {
        return scored.stream()
                .flatMap(one -> one.splits().values().stream())
                .flatMap(Parity::pairs)
                .toList();
    }

    private static Stream<Parity> pairs(Map<String, Double> values) {
        return values.keySet().stream()
                .filter(metric -> values.containsKey(theirs(metric)))
                .map(metric -> new Parity(metric, values.get(metric), values.get(theirs(metric))));
    }

    double difference() {
        return ours == theirs ? 0 : Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
    }

    boolean agrees() {
        return difference() <= MOST;
    }
}
