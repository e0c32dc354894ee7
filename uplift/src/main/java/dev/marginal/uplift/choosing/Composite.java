package dev.marginal.uplift.choosing;

import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Out-of-fold scores put together from several learners'. */
final class Composite {
    private final List<OutOfFoldScores> candidates;
    private final int[] winners;

    private Composite(List<OutOfFoldScores> candidates, int[] winners) {
        this.candidates = candidates;
        this.winners = winners;
    }

    /**
     * Each row's scores by its fold's learner.
     *
     * @param candidates of the same rows by the same folds
     * @param winners the candidate of each fold
     */
    static OutOfFoldScores of(List<OutOfFoldScores> candidates, int[] winners) {
        return new Composite(candidates, winners).scores();
    }

    private OutOfFoldScores scores() {
        OutOfFoldScores first = candidates.get(0);
        boolean costs = candidates.stream().allMatch(each -> each.scores().cost().isPresent());
        UpliftScores scores =
                new UpliftScores(
                        first.scores().treatments(),
                        columns(each -> each.scores().uplift()),
                        columns(each -> each.scores().orderProbability()),
                        column(candidates.stream().map(each -> each.scores().baseline()).toList()),
                        costs
                                ? Optional.of(columns(each -> each.scores().cost().orElseThrow()))
                                : Optional.empty());
        return new OutOfFoldScores(
                first.fold(),
                scores,
                columns(OutOfFoldScores::effect),
                first.weight(),
                first.group());
    }

    private float[][] columns(Function<OutOfFoldScores, float[][]> matrix) {
        float[][] columns = new float[candidates.get(0).effect().length][];
        for (int t = 0; t < columns.length; t++) {
            int treatment = t;
            columns[t] =
                    column(candidates.stream().map(each -> matrix.apply(each)[treatment]).toList());
        }
        return columns;
    }

    private float[] column(List<float[]> ofCandidates) {
        int[] fold = candidates.get(0).fold();
        float[] column = new float[fold.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = ofCandidates.get(winners[fold[row]])[row];
        }
        return column;
    }
}
