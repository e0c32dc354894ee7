package dev.marginal.boosting;

import dev.marginal.tables.Requires;

/**
 * Boosted trees.
 *
 * @param rounds how many trees at most
 * @param depth the deepest a tree may grow
 * @param learningRate shrinkage of each tree, in (0, 1]
 * @param leastLeafWeight smallest sum of hessians in a leaf: rows, for squared error; about p (1 −
 *     p) times the rows, for orders of probability p
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
        Requires.require(rowShare > 0 && rowShare <= 1, "rowShare", rowShare, "in (0, 1]");
    }

    /** The same with so many rounds at most. */
    public Trees withRounds(int other) {
        return new Trees(other, depth, learningRate, leastLeafWeight, ridge, rowShare);
    }
}
