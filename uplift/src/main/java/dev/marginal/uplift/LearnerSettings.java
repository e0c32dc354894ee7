package dev.marginal.uplift;

import dev.marginal.tables.Requires;

/**
 * How to search for the model; together with the history these decide every byte of it.
 *
 * @param seed of folds, row sampling and bootstraps
 * @param folds of the cross-fitting, at least 2
 * @param outcome trees of outcome and order models
 * @param effect trees of effect models; shallow and strongly regularised
 */
public record LearnerSettings(long seed, int folds, Trees outcome, Trees effect) {
    public LearnerSettings {
        Requires.require(folds >= 2, "folds", folds, "at least 2");
    }

    /**
     * Boosted trees.
     *
     * @param rounds how many trees
     * @param depth the deepest a tree may grow
     * @param learningRate shrinkage of each tree, in (0, 1]
     * @param leastLeafWeight smallest sum of hessians in a leaf; rows, for squared error
     * @param ridge L2 penalty on leaf values
     * @param rowShare share of the rows that each tree sees, in (0, 1]
     */
    public record Trees(
            int rounds,
            int depth,
            double learningRate,
            double leastLeafWeight,
            double ridge,
            double rowShare) {
        public Trees {
            Requires.positive(rounds, "rounds");
            Requires.positive(depth, "depth");
            Requires.positive(learningRate, "learningRate");
            Requires.notNegative(leastLeafWeight, "leastLeafWeight");
            Requires.notNegative(ridge, "ridge");
            Requires.positive(rowShare, "rowShare");
        }
    }

    /** Seed 7, five folds; outcome trees of depth 4, effect trees of depth 2. */
    public static LearnerSettings defaults() {
        return new LearnerSettings(
                7, 5, new Trees(120, 4, 0.06, 20, 5, 0.8), new Trees(60, 2, 0.06, 300, 20, 0.8));
    }
}
