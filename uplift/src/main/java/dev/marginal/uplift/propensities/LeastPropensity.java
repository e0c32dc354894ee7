package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;

/**
 * The least propensity that doubly robust effects divide by: 0.02, or half the arm's share of the
 * rows where that is less, so that a small arm of a lottery is taken as it is. Less than this would
 * let single rows decide; more rows below it mean that the arms hardly overlap there.
 */
public final class LeastPropensity {
    private static final double LEAST = 0.02;

    private LeastPropensity() {}

    /** The propensity of each row, raised to the least of its arm. */
    public static double[] clipped(CampaignHistory history) {
        double[] least = ofArms(history);
        double[] clipped = history.propensity().clone();
        for (int row = 0; row < clipped.length; row++) {
            clipped[row] = Math.max(clipped[row], least[history.arm()[row]]);
        }
        return clipped;
    }

    /** How many rows have a propensity below the least of their arm. */
    static int clippedRows(CampaignHistory history) {
        double[] least = ofArms(history);
        int rows = 0;
        for (int row = 0; row < history.rows(); row++) {
            rows += history.propensity()[row] < least[history.arm()[row]] ? 1 : 0;
        }
        return rows;
    }

    private static double[] ofArms(CampaignHistory history) {
        double[] least = new double[history.arms()];
        for (int arm = 0; arm < least.length; arm++) {
            double share = (double) history.rowsOf(arm).length / history.rows();
            least[arm] = Math.min(LEAST, share / 2);
        }
        return least;
    }
}
