package dev.marginal.benchmarks.statistics;

import dev.marginal.uplift.evaluation.Ranking;
import java.util.Arrays;

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

    /**
     * {@code autoc.grf}: the mean over the shares q of what the best q have more than all, on
     * average; tied customers take their tie's mean (Yadlowsky et al. 2021, <a
     * href="https://arxiv.org/abs/2111.07966">arXiv:2111.07966</a>).
     *
     * @param effects doubly robust, in the order of the customers
     */
    public static double autoc(double[] effects, Ranking ranking) {
        double all = Arrays.stream(effects).average().orElse(Double.NaN);
        double sum = 0;
        double means = 0;
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            int from = place;
            double ofTie = 0;
            for (; place < ranking.end(tie); place++) {
                ofTie += effects[ranking.row(place)];
            }
            for (int count = from + 1; count <= place; count++) {
                sum += ofTie / (place - from);
                means += sum / count;
            }
        }
        return means / effects.length - all;
    }
}
