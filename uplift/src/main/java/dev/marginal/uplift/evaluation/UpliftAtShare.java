package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;
import java.util.stream.IntStream;

/**
 * Differences of means among the best rows, as scikit-uplift computes them: {@code uplift_at_k} and
 * {@code weighted_average_uplift}. Rows of equal score at a boundary count in input order.
 */
public final class UpliftAtShare {
    private UpliftAtShare() {}

    /** {@code uplift_at_k}, overall: in the best ⌊share · rows⌋ compared rows. */
    public static double overall(Experiment experiment, Ranking ranking, double share) {
        Requires.probability(share, "share");
        int[] rows = compared(experiment, ranking);
        return difference(experiment, rows, 0, (int) (rows.length * share));
    }

    /** {@code uplift_at_k}, by group: in the best ⌊share · rows⌋ rows of each arm. */
    public static double byGroup(Experiment experiment, Ranking ranking, double share) {
        Requires.probability(share, "share");
        int[] rows = compared(experiment, ranking);
        int[] treated = IntStream.of(rows).filter(experiment::treated).toArray();
        int[] control = IntStream.of(rows).filter(row -> !experiment.treated(row)).toArray();
        return mean(experiment, treated, 0, (int) (treated.length * share))
                - mean(experiment, control, 0, (int) (control.length * share));
    }

    /** {@code weighted_average_uplift}: over bins of equal count, weighted by treated rows. */
    public static double weightedAverage(Experiment experiment, Ranking ranking, int bins) {
        int[] rows = compared(experiment, ranking);
        int[] ends = EqualBins.ends(rows.length, bins);
        double sum = 0;
        double weights = 0;
        for (int bin = 0; bin < bins; bin++) {
            double treated = weight(experiment, rows, ends[bin], ends[bin + 1]);
            sum += treated * difference(experiment, rows, ends[bin], ends[bin + 1]);
            weights += treated;
        }
        return sum / weights;
    }

    static int[] compared(Experiment experiment, Ranking ranking) {
        return IntStream.range(0, ranking.rows())
                .map(ranking::row)
                .filter(experiment::compared)
                .toArray();
    }

    private static double difference(Experiment experiment, int[] rows, int from, int to) {
        int[] treated =
                IntStream.range(from, to).map(i -> rows[i]).filter(experiment::treated).toArray();
        int[] control =
                IntStream.range(from, to)
                        .map(i -> rows[i])
                        .filter(row -> !experiment.treated(row))
                        .toArray();
        return mean(experiment, treated, 0, treated.length)
                - mean(experiment, control, 0, control.length);
    }

    private static double mean(Experiment experiment, int[] rows, int from, int to) {
        double sum = 0;
        double weights = 0;
        for (int i = from; i < to; i++) {
            sum += experiment.weight()[rows[i]] * experiment.outcome()[rows[i]];
            weights += experiment.weight()[rows[i]];
        }
        return sum / weights;
    }

    private static double weight(Experiment experiment, int[] rows, int from, int to) {
        return IntStream.range(from, to)
                .map(i -> rows[i])
                .filter(experiment::treated)
                .mapToDouble(row -> experiment.weight()[row])
                .sum();
    }
}
