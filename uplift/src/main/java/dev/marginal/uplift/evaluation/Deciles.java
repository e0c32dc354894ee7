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
        int[] ends = ends(weight, ranking);
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

    /** The place where each decile ends; the first entry is 0. */
    private static int[] ends(double[] weight, Ranking ranking) {
        double all = IntStream.range(0, weight.length).mapToDouble(row -> weight[row]).sum();
        int[] ends = new int[COUNT + 1];
        double before = 0;
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            double tied = 0;
            for (int end = ranking.end(tie); place < end; place++) {
                tied += weight[ranking.row(place)];
            }
            int decile = Math.min(COUNT - 1, (int) (COUNT * (before + tied / 2) / all));
            ends[decile + 1] = place;
            before += tied;
        }
        for (int number = 1; number <= COUNT; number++) {
            ends[number] = Math.max(ends[number], ends[number - 1]);
        }
        return ends;
    }
}
