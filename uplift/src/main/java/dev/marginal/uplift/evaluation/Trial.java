package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import java.util.Arrays;
import java.util.List;

/**
 * What one of several learners' scores are worth, row by row, so that learners can be compared.
 *
 * <p>All are judged by one learner's doubly robust effects and charged by its expected costs. Since
 * those effects are unbiased whatever its outcome models are, they favour nobody.
 */
public final class Trial {
    private final Clusters clusters;
    private final double[] weight;
    private final double[] values;
    private final double[] losses;
    private final Interval slope;

    private Trial(
            Clusters clusters, double[] weight, double[] values, double[] losses, Interval slope) {
        this.clusters = clusters;
        this.weight = weight;
        this.values = values;
        this.losses = losses;
        this.slope = slope;
    }

    /**
     * A candidate's trial.
     *
     * @param candidate what is judged; rows of weight zero do not count
     * @param reference whose effects and costs are believed; of the same rows and folds
     * @param spending the campaign's own costs and budget
     */
    public static Trial of(
            OutOfFoldScores candidate, OutOfFoldScores reference, Spending spending) {
        Stakes stakes = Stakes.of(reference, spending);
        Clusters clusters = Clusters.of(reference.group());
        float[][] uplift = candidate.scores().uplift();
        BudgetPolicy policy =
                BudgetPolicy.byHulls(stakes, stakes.believed(uplift)).spend(spending.perCustomer());
        double[] losses =
                stakes.sums(
                        (row, treatment) -> 1.0 / uplift.length,
                        (t, row) -> {
                            double score = uplift[t][row];
                            return score * (score - 2.0 * stakes.effect()[t][row]);
                        });
        return new Trial(
                clusters,
                reference.weight(),
                stakes.values(policy),
                losses,
                Calibrations.slope(uplift, stakes.effect(), reference.weight(), clusters));
    }

    /**
     * Several trials of one candidate as one, each row by the mean over the trials where it counts.
     *
     * @param trials that leave out different rows
     */
    public static Trial mean(List<Trial> trials) {
        Trial first = trials.get(0);
        double[] weight = new double[first.weight.length];
        double[] values = new double[weight.length];
        double[] losses = new double[weight.length];
        for (int row = 0; row < weight.length; row++) {
            int count = 0;
            for (Trial trial : trials) {
                if (trial.weight[row] > 0) {
                    count++;
                    weight[row] = trial.weight[row];
                    values[row] += trial.values[row];
                    losses[row] += trial.losses[row];
                }
            }
            values[row] /= Math.max(1, count);
            losses[row] /= Math.max(1, count);
        }
        return new Trial(first.clusters, weight, values, losses, meanSlope(trials));
    }

    /** The policy's value at the campaign's own budget, in currency per customer. */
    public Interval value() {
        return clusters.mean(values, weight);
    }

    /** This policy's value minus another's, paired. */
    public Interval leadOver(Trial other) {
        return clusters.lead(values, other.values, weight);
    }

    /** {@link dev.marginal.uplift.Choice.Candidate#loss()}. */
    public double loss() {
        return clusters.mean(losses, weight).estimate();
    }

    /** Of effects on scores, all treatments together with an intercept for each. */
    public Interval slope() {
        return slope;
    }

    /** As wide as the slopes' intervals are on average, since they share most of their rows. */
    private static Interval meanSlope(List<Trial> trials) {
        double[] sums = new double[3];
        for (Trial trial : trials) {
            sums[0] += trial.slope.estimate();
            sums[1] += trial.slope.low();
            sums[2] += trial.slope.high();
        }
        double[] means = Arrays.stream(sums).map(sum -> sum / trials.size()).toArray();
        return new Interval(means[0], means[1], means[2]);
    }
}
