package dev.marginal.uplift.crossfitting;

import static dev.marginal.uplift.crossfitting.CrossFitting.LEAST_PROPENSITY;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;

/** Doubly robust effects from out-of-fold scores; the formula stands at OutOfFoldScores. */
final class DoublyRobust {
    private DoublyRobust() {}

    /** {@code [treatment][row]}. */
    static float[][] effects(CampaignHistory history, UpliftScores scores) {
        float[][] effects = new float[history.treatments().size()][history.rows()];
        for (int t = 0; t < effects.length; t++) {
            for (int row = 0; row < history.rows(); row++) {
                effects[t][row] = (float) effect(history, scores, t, row);
            }
        }
        return effects;
    }

    /** How many rows have a propensity below the least. */
    static int clippedRows(CampaignHistory history) {
        return (int) Arrays.stream(history.propensity()).filter(p -> p < LEAST_PROPENSITY).count();
    }

    private static double effect(CampaignHistory history, UpliftScores scores, int t, int row) {
        double uplift = scores.uplift()[t][row];
        double baseline = scores.baseline()[row];
        double propensity = Math.max(LEAST_PROPENSITY, history.propensity()[row]);
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
