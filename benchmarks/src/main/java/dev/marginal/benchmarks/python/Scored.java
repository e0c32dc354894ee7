package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.statistics.Repeats;
import dev.marginal.uplift.Interval;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * What is known of one contestant on one data set.
 *
 * @param splits value per metric, of the splits that it came to the end of
 * @param trouble why there are not more; empty if there are all
 */
record Scored(Contestant contestant, SortedMap<Long, Map<String, Double>> splits, String trouble) {
    /** Of the splits that have the metric, in the order of the seeds. */
    double[] values(String metric) {
        return splits.values().stream()
                .filter(values -> values.containsKey(metric))
                .mapToDouble(values -> values.get(metric))
                .toArray();
    }

    boolean has(String metric) {
        return values(metric).length > 0;
    }

    double mean(String metric) {
        return new Repeats(values(metric)).mean();
    }

    OptionalDouble median(String metric) {
        return has(metric)
                ? OptionalDouble.of(new Repeats(values(metric)).median())
                : OptionalDouble.empty();
    }

    /**
     * The mean of this minus another with its paired 95 % interval, over the splits of both.
     *
     * @param overlap as in {@link Repeats#lead}
     */
    Interval lead(Scored other, String metric, double overlap) {
        return new Repeats(paired(other, metric))
                .lead(new Repeats(other.paired(this, metric)), overlap);
    }

    private double[] paired(Scored other, String metric) {
        return splits.entrySet().stream()
                .filter(split -> split.getValue().containsKey(metric))
                .filter(
                        split ->
                                other.splits
                                        .getOrDefault(split.getKey(), Map.of())
                                        .containsKey(metric))
                .mapToDouble(split -> split.getValue().get(metric))
                .toArray();
    }
}
