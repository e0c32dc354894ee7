package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;

/**
 * Differences of means among the best rows, as in scikit-uplift: {@code uplift_at_k} and {@code
 * weighted_average_uplift}. Of a tie at a boundary, as much counts as belongs there if its rows
 * come evenly; scikit-uplift takes them in input order.
 */
public final class UpliftAtShare {
    private static final double ROUNDING = 1e-9;

    private UpliftAtShare() {}

    /** {@code uplift_at_k}, overall: in the best ⌊share · rows⌋ compared rows. */
    public static double overall(Experiment experiment, Ranking ranking, double share) {
        return overall(Prefixes.of(experiment, ranking), share);
    }

    static double overall(Prefixes sums, double share) {
        Requires.probability(share, "share");
        double[] rows = sums.rows();
        double place = Prefixes.place(rows, whole(rows[sums.last()] * share));
        return difference(sums, 0, place);
    }

    /** {@code uplift_at_k}, by group: in the best ⌊share · rows⌋ rows of each arm. */
    public static double byGroup(Experiment experiment, Ranking ranking, double share) {
        return byGroup(Prefixes.of(experiment, ranking), share);
    }

    static double byGroup(Prefixes sums, double share) {
        Requires.probability(share, "share");
        return mean(sums.treated(), sums.treatedSum(), share)
                - mean(sums.control(), sums.controlSum(), share);
    }

    /** {@code weighted_average_uplift}: over bins of equal count, weighted by treated rows. */
    public static double weightedAverage(Experiment experiment, Ranking ranking, int bins) {
        return weightedAverage(Prefixes.of(experiment, ranking), bins);
    }

    static double weightedAverage(Prefixes sums, int bins) {
        double[] rows = sums.rows();
        double[] ends = EqualBins.ends(rows[sums.last()], bins);
        double sum = 0;
        double weights = 0;
        for (int bin = 0; bin < bins; bin++) {
            double from = Prefixes.place(rows, ends[bin]);
            double to = Prefixes.place(rows, ends[bin + 1]);
            double treated = between(sums.treated(), from, to);
            sum += treated * difference(sums, from, to);
            weights += treated;
        }
        return sum / weights;
    }

    private static double mean(double[] rows, double[] sum, double share) {
        double reached = whole(rows[rows.length - 1] * share);
        return Prefixes.at(sum, Prefixes.place(rows, reached)) / reached;
    }

    private static double difference(Prefixes sums, double from, double to) {
        return between(sums.treatedSum(), from, to) / between(sums.treated(), from, to)
                - between(sums.controlSum(), from, to) / between(sums.control(), from, to);
    }

    private static double between(double[] column, double from, double to) {
        return Prefixes.at(column, to) - Prefixes.at(column, from);
    }

    private static double whole(double rows) {
        return Math.floor(rows + ROUNDING);
    }
}
