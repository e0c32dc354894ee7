package dev.marginal.uplift.crossfitting;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.folds.Folds;

/** Scores of rows that the scoring model never saw, with what the rows' experiment says of them. */
public final class Unseen {
    private Unseen() {}

    /**
     * Of a history that a model did not learn from, such as the next campaign's. No fold was held
     * out of the model; folds are of use to those who judge the scores.
     *
     * @param history with the model's features, and its treatments in its order
     * @throws IllegalArgumentException if features or treatments are not the model's
     */
    public static OutOfFoldScores by(
            UpliftModel model, CampaignHistory history, int folds, long seed) {
        Requires.require(
                history.treatments().equals(model.treatments()),
                "treatments",
                history.treatments(),
                model.treatments() + ", as the model has them");
        UpliftScores scores = model.score(history.customers());
        return new OutOfFoldScores(
                Folds.of(history, folds, seed).ofRow(),
                scores,
                DoublyRobust.effects(history, scores),
                history.weight(),
                history.group());
    }

    /**
     * Other scores of the same rows, judged by the same effects.
     *
     * @param uplift {@code [treatment][row]}, in currency
     */
    public static OutOfFoldScores with(OutOfFoldScores known, float[][] uplift) {
        UpliftScores scores = known.scores();
        return new OutOfFoldScores(
                known.fold(),
                new UpliftScores(
                        scores.treatments(),
                        uplift,
                        scores.orderProbability(),
                        scores.baseline(),
                        scores.cost(),
                        scores.baselineOrders()),
                known.effect(),
                known.weight(),
                known.group());
    }
}
