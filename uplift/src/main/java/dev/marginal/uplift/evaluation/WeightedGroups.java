package dev.marginal.uplift.evaluation;

import java.util.stream.IntStream;

/** Groups of equal weight along a ranking; ties stay together, in the group of their middle. */
final class WeightedGroups {
    private WeightedGroups() {}

    /** The place where each group ends; the first entry is 0. */
    static int[] ends(double[] weight, Ranking ranking, int groups) {
        double all =
                IntStream.range(0, ranking.rows())
                        .mapToDouble(place -> weight[ranking.row(place)])
                        .sum();
        int[] ends = new int[groups + 1];
        double before = 0;
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            double tied = 0;
            for (int end = ranking.end(tie); place < end; place++) {
                tied += weight[ranking.row(place)];
            }
            int group = Math.min(groups - 1, (int) (groups * (before + tied / 2) / all));
            ends[group + 1] = place;
            before += tied;
        }
        for (int group = 1; group <= groups; group++) {
            ends[group] = Math.max(ends[group], ends[group - 1]);
        }
        return ends;
    }
}
