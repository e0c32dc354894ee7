package dev.marginal.uplift.crossfitting;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftScores;
import java.util.Locale;

/**
 * Fits a learner on the whole history, and once per fold on the other folds, so that every row is
 * scored by a model that never saw its customer.
 *
 * @see <a href="https://doi.org/10.1111/ectj.12097">Chernozhukov et al. (2018), cross-fitting</a>
 */
public final class CrossFitting {
    /** Below this, a propensity is taken as this in doubly robust effects. */
    public static final double LEAST_PROPENSITY = 0.01;

    private final UpliftLearner learner;
    private final LearnerSettings settings;

    /** The settings' folds and seed count here; the learner brings the rest. */
    public CrossFitting(UpliftLearner learner, LearnerSettings settings) {
        this.learner = learner;
        this.settings = settings;
    }

    /**
     * Fits folds + 1 models.
     *
     * @throws IllegalArgumentException if an arm has fewer rows than there are folds, or no rows
     *     outside some fold
     */
    public CrossFit fit(CampaignHistory history) {
        requireRows(history);
        int[] fold = Folds.of(history, settings.folds(), settings.seed());
        UpliftScores scores = outOfFold(history, fold);
        OutOfFoldScores outOfFold =
                new OutOfFoldScores(
                        fold,
                        scores,
                        DoublyRobust.effects(history, scores),
                        history.weight(),
                        history.group());
        return new CrossFit(learner.fit(history), outOfFold, DoublyRobust.clippedRows(history));
    }

    private UpliftScores outOfFold(CampaignHistory history, int[] fold) {
        int treatments = history.treatments().size();
        UpliftScores all =
                new UpliftScores(
                        history.treatments(),
                        new float[treatments][history.rows()],
                        new float[treatments][history.rows()],
                        new float[history.rows()]);
        for (int number = 0; number < settings.folds(); number++) {
            int[] inside = Folds.rows(fold, number, true);
            CampaignHistory others = history.select(Folds.rows(fold, number, false));
            copy(learner.fit(others).score(history.customers().select(inside)), inside, all);
        }
        return all;
    }

    private static void copy(UpliftScores scores, int[] rows, UpliftScores into) {
        for (int i = 0; i < rows.length; i++) {
            into.baseline()[rows[i]] = scores.baseline()[i];
            for (int t = 0; t < scores.treatments().size(); t++) {
                into.uplift()[t][rows[i]] = scores.uplift()[t][i];
                into.orderProbability()[t][rows[i]] = scores.orderProbability()[t][i];
            }
        }
    }

    private void requireRows(CampaignHistory history) {
        for (int arm = 0; arm < history.arms(); arm++) {
            int rows = history.rowsOf(arm).length;
            if (rows < settings.folds()) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "Arm '%s' has %,d of %,d history rows; cross-fitting with %d folds"
                                        + " needs at least one in each.",
                                history.armName(arm),
                                rows,
                                history.rows(),
                                settings.folds()));
            }
        }
    }
}
