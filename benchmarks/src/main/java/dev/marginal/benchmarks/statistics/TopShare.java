package dev.marginal.benchmarks.statistics;

import dev.marginal.uplift.evaluation.Ranking;

/**
 * The best customers by a ranking. Where the share ends among customers with equal scores, each of
 * them is in with the same probability, so that the order of the input never matters.
 */
public final class TopShare {
    private TopShare() {}

    /** The expected sum of {@code values} over the best share of the customers. */
    public static double sum(double[] values, Ranking ranking, double share) {
        double left = share * ranking.rows();
        double sum = 0;
        int place = 0;
        for (int tie = 0; tie < ranking.ties() && left > 0; tie++) {
            int from = place;
            double ofTie = 0;
            for (; place < ranking.end(tie); place++) {
                ofTie += values[ranking.row(place)];
            }
            double in = Math.min(1, left / (place - from));
            sum += in * ofTie;
            left -= place - from;
        }
        return sum;
    }
}
