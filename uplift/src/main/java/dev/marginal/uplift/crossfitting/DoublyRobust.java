package dev.marginal.uplift.crossfitting;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.propensities.LeastPropensity;

/** Doubly robust effects from out-of-fold scores; the formula stands at OutOfFoldScores. */
final class DoublyRobust {
    private DoublyRobust() {}

    /** {@code [treatment][row]}. */
    static float[][] effects(CampaignHistory history, UpliftScores scores) {
        double[] propensity = LeastPropensity.clipped(history);
        float[][] effects = new float[history.treatments().size()][history.rows()];
        for (int t = 0; t < effects.length; t++) {
            for (int row = 0; row < history.rows(); row++) {
                effects[t][row] = (float) effect(history, scores, propensity[row], t, row);
            }
        }
        return effects;
    }

    private static double effect(
            CampaignHistory history, UpliftScores scores, double propensity, int t, int row) {
        double uplift = scores.uplift()[t][row];
        double baseline = scores.baseline()[row];
        int arm = history.arm()[row];
        if (arm == 0) {
            return uplift - (history.gmv()[row] - baseline) / propensity;
        }
        if (arm == t + 1) {
            return uplift + (history.gmv()[row] - baseline - uplift) / propensity;
        }
        return uplift;
    }
}
