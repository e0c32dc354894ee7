package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Randomisation.Source;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether the arms are as large as their propensities say.
 *
 * <p>Where all rows of an arm have the same propensity, weights are equal and every customer has
 * one row, this is Pearson's chi-square test of the arms' rows. Otherwise only the propensity of
 * the arm that a row got is known, and what is tested is that Σ w 1[t=a]/p over the rows equals Σ w
 * for each arm a, by the customers' summed deviations; the least probability counts, times the
 * number of arms.
 *
 * @see <a href="https://doi.org/10.1145/3292500.3330722">Fabijan et al. (2019), sample ratio
 *     mismatch</a>
 */
record SampleRatio(CampaignHistory history, CustomerSums customers, Source source) {
    /** Logged shares such as .333 for one third add up to one but for this. */
    private static final double ROUNDING = 0.005;

    /** How probable such sizes are; {@code NaN} where nothing was stated. */
    double probability() {
        double[] share = Shares.of(history);
        boolean stated = !Arrays.equals(share, Shares.observed(history));
        if (source == Source.ESTIMATED || (source == Source.SHARES && !stated)) {
            return Double.NaN;
        }
        boolean lottery = Math.abs(Arrays.stream(share).sum() - 1) <= ROUNDING;
        boolean equal = Arrays.stream(history.weight()).distinct().count() == 1;
        return lottery && equal && customers.areRows() ? pearson(share) : leastOfArms();
    }

    private double pearson(double[] share) {
        double all = Arrays.stream(share).sum();
        double statistic = 0;
        for (int arm = 0; arm < share.length; arm++) {
            double expected = history.rows() * share[arm] / all;
            double off = history.rowsOf(arm).length - expected;
            statistic += off * off / expected;
        }
        return 1 - new ChiSquaredDistribution(share.length - 1).cumulativeProbability(statistic);
    }

    private double leastOfArms() {
        double least = 1;
        for (int arm = 0; arm < history.arms(); arm++) {
            least = Math.min(least, customers.probability(pull(arm)));
        }
        return Math.min(1, history.arms() * least);
    }

    private double[] pull(int arm) {
        double[] pull = new double[history.rows()];
        for (int row = 0; row < pull.length; row++) {
            double weight = history.weight()[row];
            boolean got = history.arm()[row] == arm;
            pull[row] = got ? weight / history.propensity()[row] - weight : -weight;
        }
        return pull;
    }
}
