package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.PolicyValue;
import dev.marginal.uplift.propensities.LeastPropensity;
import java.util.Arrays;

/**
 * Values of policies by the formulas at {@link PolicyValue}; propensities are clipped as in doubly
 * robust effects.
 *
 * <p>A value is a weighted mean over rows, and a row's share in it needs no other row's outcome. So
 * its interval, and that of the difference of two policies, comes from the customers' summed
 * deviations, without a bootstrap.
 */
final class PolicyJudge {

    private final Sample sample;
    private final Stakes stakes;
    private final double[] inverse;

    PolicyJudge(Sample sample, Stakes stakes) {
        this.sample = sample;
        this.stakes = stakes;
        this.inverse =
                Arrays.stream(LeastPropensity.clipped(sample.history())).map(p -> 1 / p).toArray();
    }

    PolicyValue judge(String name, Policy policy) {
        double[] values = stakes.values(policy);
        double[] treated = stakes.sums(policy, (t, row) -> 1);
        return new PolicyValue(
                name,
                mean(treated).estimate(),
                mean(stakes.costs(policy)).estimate(),
                realisedCost(policy),
                mean(values),
                mean(outcomes(policy)),
                increment(policy, treated),
                selfNormalised(policy, treated));
    }

    /** One policy's value minus another's, paired. */
    Interval lead(double[] values, double[] others) {
        return sample.clusters().lead(values, others, stakes.weight());
    }

    Interval mean(double[] values) {
        return sample.clusters().mean(values, stakes.weight());
    }

    private double[] outcomes(Policy policy) {
        CampaignHistory history = sample.history();
        float[] baseline = sample.outOfFold().scores().baseline();
        double[] outcomes = stakes.sums(policy, (t, row) -> stakes.effect()[t][row]);
        for (int row = 0; row < outcomes.length; row++) {
            double surprise = history.gmv()[row] - baseline[row];
            boolean control = history.arm()[row] == 0;
            outcomes[row] += baseline[row] + (control ? inverse[row] * surprise : 0);
        }
        return outcomes;
    }

    private Interval realisedCost(Policy policy) {
        if (sample.history().cost().isEmpty()) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] realised = sample.history().cost().get();
        int[] arm = sample.history().arm();
        return mean(
                stakes.sums(
                        policy,
                        (t, row) -> {
                            double expected = stakes.cost()[t][row];
                            double surprise = inverse[row] * (realised[row] - expected);
                            return expected + (arm[row] == t + 1 ? surprise : 0);
                        }));
    }

    private double increment(Policy policy, double[] treated) {
        double[] gmv = sample.history().gmv();
        double[] increments = new double[gmv.length];
        for (int row = 0; row < gmv.length; row++) {
            double control = sample.history().arm()[row] == 0 ? 1 : 0;
            double chance = chance(policy, treated, row);
            increments[row] = gmv[row] * inverse[row] * (chance - control);
        }
        return mean(increments).estimate();
    }

    private double selfNormalised(Policy policy, double[] treated) {
        double sum = 0;
        double weights = 0;
        double controlSum = 0;
        double controlWeights = 0;
        for (int row = 0; row < treated.length; row++) {
            double weight = stakes.weight()[row] * inverse[row];
            double ofPolicy = weight * chance(policy, treated, row);
            double ofControl = sample.history().arm()[row] == 0 ? weight : 0;
            sum += ofPolicy * sample.history().gmv()[row];
            weights += ofPolicy;
            controlSum += ofControl * sample.history().gmv()[row];
            controlWeights += ofControl;
        }
        return sum / weights - controlSum / controlWeights;
    }

    /** The probability with which the policy does what was done. */
    private double chance(Policy policy, double[] treated, int row) {
        int arm = sample.history().arm()[row];
        return arm == 0 ? 1 - treated[row] : policy.chance(row, arm - 1);
    }
}
