package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;

/** Propensities that are the same for all rows of an arm. */
final class Shares {
    private Shares() {}

    /** Whether a history's propensities are such. */
    static boolean areIn(CampaignHistory history) {
        double[] share = new double[history.arms()];
        for (int row = 0; row < history.rows(); row++) {
            int arm = history.arm()[row];
            double propensity = history.propensity()[row];
            if (share[arm] != 0 && share[arm] != propensity) {
                return false;
            }
            share[arm] = propensity;
        }
        return true;
    }
}
