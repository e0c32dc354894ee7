package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What policies are judged by: rows with their doubly robust effects, and one ruler of costs for
 * all policies.
 *
 * @param fold of each row
 * @param folds the rows of each fold that has any, without those of weight zero
 * @param weight of each row
 * @param effect {@code [treatment][row]}: doubly robust
 * @param cost {@code [treatment][row]}: expected
 * @param spending the budget
 */
record Stakes(
        int[] fold,
        int[][] folds,
        double[] weight,
        float[][] effect,
        float[][] cost,
        Spending spending) {

    /** Rows with effects and expected costs of these scores. */
    static Stakes of(OutOfFoldScores outOfFold, Spending spending) {
        int treatments = outOfFold.effect().length;
        Requires.require(
                spending.treatments().size() == treatments,
                "treatments of spending",
                spending.treatments().size(),
                treatments + ", as in the history");
        float[][] effect = outOfFold.effect();
        float[][] cost = new float[treatments][outOfFold.rows()];
        for (int t = 0; t < treatments; t++) {
            for (int row = 0; row < cost[t].length; row++) {
                cost[t][row] = (float) spending.expectedCost(outOfFold.scores(), t, row);
            }
        }
        Requires.require(
                IntStream.range(0, effect.length).anyMatch(spending::offered),
                "treatments on offer",
                "none",
                "at least one");
        int[] fold = outOfFold.fold();
        int[][] folds =
                IntStream.rangeClosed(0, Arrays.stream(fold).max().orElse(0))
                        .mapToObj(number -> rows(outOfFold, number))
                        .filter(rows -> rows.length > 0)
                        .toArray(int[][]::new);
        Requires.require(folds.length >= 2, "folds", folds.length, "at least 2");
        return new Stakes(fold, folds, outOfFold.weight(), effect, cost, spending);
    }

    int rows() {
        return fold.length;
    }

    int treatments() {
        return effect.length;
    }

    double weightOf(int[] some) {
        double sum = 0;
        for (int row : some) {
            sum += weight[row];
        }
        return sum;
    }

    /** The weighted mean over some rows. */
    double mean(float[] values, int[] some) {
        double sum = 0;
        for (int row : some) {
            sum += weight[row] * values[row];
        }
        return sum / weightOf(some);
    }

    /** What these uplifts promise. */
    Prospects believed(float[][] uplift) {
        return new Prospects() {
            @Override
            public double gain(int treatment, int row) {
                return uplift[treatment][row];
            }

            @Override
            public double cost(int treatment, int row) {
                return cost[treatment][row];
            }
        };
    }

    /** What the doubly robust effects say; only for costs. */
    Prospects believed() {
        return believed(effect);
    }

    /** What each row adds to a policy's value: effects less least return × cost. */
    double[] values(Policy policy) {
        double leastReturn = spending.leastReturn();
        return sums(policy, (t, row) -> effect[t][row] - leastReturn * cost[t][row]);
    }

    /** What each row adds to a policy's expected cost. */
    double[] costs(Policy policy) {
        return sums(policy, (t, row) -> cost[t][row]);
    }

    /** Σ chance × amount over the treatments, of each row. */
    double[] sums(Policy policy, Amount amount) {
        double[] sums = new double[rows()];
        for (int row = 0; row < sums.length; row++) {
            for (int t = 0; t < treatments(); t++) {
                double chance = policy.chance(row, t);
                sums[row] += chance == 0 ? 0 : chance * amount.of(t, row);
            }
        }
        return sums;
    }

    /** An amount per treatment and row. */
    interface Amount {
        double of(int treatment, int row);
    }

    /** Those that count. */
    private static int[] rows(OutOfFoldScores outOfFold, int number) {
        return IntStream.range(0, outOfFold.rows())
                .filter(row -> outOfFold.fold()[row] == number && outOfFold.weight()[row] > 0)
                .toArray();
    }
}
