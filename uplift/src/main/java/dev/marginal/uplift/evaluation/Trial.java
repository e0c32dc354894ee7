package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import java.util.Arrays;
import java.util.List;

/**
 * What one of several learners' scores are worth, row by row, for choosing among them on any part
 * of the rows.
 *
 * <p>All are judged by the same doubly robust effects and charged by the same expected costs, the
 * means of everybody's own: every learner's effects are unbiased, so their mean is too, and nobody
 * is judged by his own outcome model alone.
 */
public final class Trial {
    private final Stakes stakes;
    private final Clusters clusters;
    private final float[][] uplift;
    private final double[] values;
    private final double[] losses;

    private Trial(Stakes stakes, Clusters clusters, float[][] uplift) {
        this.stakes = stakes;
        this.clusters = clusters;
        this.uplift = uplift;
        this.values =
                stakes.values(
                        BudgetPolicy.byHulls(stakes, stakes.believed(uplift))
                                .spend(stakes.spending().perCustomer()));
        this.losses =
                stakes.sums(
                        (row, treatment) -> 1.0 / uplift.length,
                        (t, row) ->
                                uplift[t][row] * (uplift[t][row] - 2.0 * stakes.effect()[t][row]));
    }

    /**
     * One trial per candidate.
     *
     * @param candidates out-of-fold scores of the same rows by the same folds
     * @param spending the campaign's own costs and budget
     */
    public static List<Trial> of(List<OutOfFoldScores> candidates, Spending spending) {
        OutOfFoldScores first = candidates.get(0);
        for (OutOfFoldScores candidate : candidates) {
            Requires.require(
                    Arrays.equals(candidate.fold(), first.fold()),
                    "folds of a candidate",
                    "others",
                    "those of the first");
        }
        List<Stakes> own = candidates.stream().map(each -> Stakes.of(each, spending)).toList();
        float[][] effect = mean(own.stream().map(Stakes::effect).toList());
        float[][] cost = mean(own.stream().map(Stakes::cost).toList());
        Stakes common = Stakes.of(first, effect, cost, spending);
        Clusters clusters = Clusters.of(first.group());
        return candidates.stream()
                .map(each -> new Trial(common, clusters, each.scores().uplift()))
                .toList();
    }

    /**
     * The policy's value at the campaign's own budget, in currency per customer.
     *
     * @param weight of each row; zero for rows that shall not count
     */
    public Interval value(double[] weight) {
        return clusters.mean(values, weight);
    }

    /** This policy's value minus another's, paired. */
    public Interval leadOver(Trial other, double[] weight) {
        return clusters.lead(values, other.values, weight);
    }

    /** {@link dev.marginal.uplift.Choice.Candidate#loss()}. */
    public double loss(double[] weight) {
        return clusters.mean(losses, weight).estimate();
    }

    /** Of effects on scores, all treatments together with an intercept for each. */
    public Interval slope(double[] weight) {
        return Calibrations.slope(uplift, stakes.effect(), weight, clusters);
    }

    private static float[][] mean(List<float[][]> several) {
        float[][] mean = new float[several.get(0).length][several.get(0)[0].length];
        for (int t = 0; t < mean.length; t++) {
            for (int row = 0; row < mean[t].length; row++) {
                double sum = 0;
                for (float[][] each : several) {
                    sum += each[t][row];
                }
                mean[t][row] = (float) (sum / several.size());
            }
        }
        return mean;
    }
}
