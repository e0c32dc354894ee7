package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Evaluation.Decile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Predicted and measured effect by decile of a score. */
final class Deciles {
    private static final int COUNT = 10;

    private Deciles() {}

    /** Ties stay together, in the decile of their middle. */
    static List<Decile> of(
            float[] score, float[] effect, double[] weight, Clusters clusters, Ranking ranking) {
        int[] ends = WeightedGroups.ends(weight, ranking, COUNT);
        List<Decile> deciles = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            int[] rows =
                    IntStream.range(ends[number - 1], ends[number]).map(ranking::row).toArray();
            if (rows.length > 0) {
                double predicted = clusters.mean(score, weight, rows).estimate();
                deciles.add(
                        new Decile(
                                number,
                                rows.length,
                                predicted,
                                clusters.mean(effect, weight, rows)));
            }
        }
        return deciles;
    }
}
