package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;

/** Propensities that are the same for all rows of an arm. */
final class Shares {
    private Shares() {}

    /** The propensity of each arm; {@code NaN} where its rows have several. */
    static double[] of(CampaignHistory history) {
        double[] share = new double[history.arms()];
        for (int row = 0; row < history.rows(); row++) {
            int arm = history.arm()[row];
            double propensity = history.propensity()[row];
            boolean same = share[arm] == 0 || share[arm] == propensity;
            share[arm] = same ? propensity : Double.NaN;
        }
        return share;
    }

    /** Whether every arm has one. */
    static boolean areIn(CampaignHistory history) {
        return Arrays.stream(of(history)).noneMatch(Double::isNaN);
    }

    /** The share of the rows that each arm has. */
    static double[] observed(CampaignHistory history) {
        double[] rows = new double[history.arms()];
        for (int arm : history.arm()) {
            rows[arm]++;
        }
        return Arrays.stream(rows).map(count -> count / history.rows()).toArray();
    }
}
