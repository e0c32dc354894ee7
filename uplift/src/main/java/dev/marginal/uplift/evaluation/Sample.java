package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation.Decile;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows that a model is judged by.
 *
 * @param weight of each row, one on average
 */
record Sample(
        CampaignHistory history, OutOfFoldScores outOfFold, double[] weight, Clusters clusters) {
    static Sample of(CampaignHistory history, OutOfFoldScores outOfFold) {
        double mean = Arrays.stream(history.weight()).average().orElseThrow();
        double[] weight = Arrays.stream(history.weight()).map(w -> w / mean).toArray();
        return new Sample(history, outOfFold, weight, Clusters.of(history.group()));
    }

    /** Every customer counts once. */
    byte[] once() {
        byte[] once = new byte[clusters.count()];
        Arrays.fill(once, (byte) 1);
        return once;
    }

    /** A treatment (0 is the first) against the control, with whether a row ordered as outcome. */
    Experiment orders(int treatment) {
        double[] orders = Arrays.stream(history.gmv()).map(gmv -> gmv > 0 ? 1 : 0).toArray();
        return new Experiment(history.arm(), treatment + 1, orders, weight);
    }

    Interval averageEffect(int treatment) {
        int[] everyRow = IntStream.range(0, history.rows()).toArray();
        return clusters.mean(outOfFold.effect()[treatment], weight, everyRow);
    }

    List<Decile> deciles(int treatment, Ranking model) {
        float[] score = outOfFold.scores().uplift()[treatment];
        return Deciles.of(score, outOfFold.effect()[treatment], weight, clusters, model);
    }
}
