package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.uplift.OutOfFoldScores;

/**
 * What the history's rows that a policy picks say of each offer in each cell: their number, their
 * weight and their weighted effect.
 */
final class Evidence {
    private final double[] rowWeight;
    private final float[][] effect;
    private final int[][] rows;
    private final double[][] weight;
    private final double[][] sum;

    /**
     * No rows yet.
     *
     * @param effect {@code [offer][row]}
     */
    Evidence(OutOfFoldScores history, float[][] effect, int cells) {
        this.rowWeight = history.weight();
        this.effect = effect;
        this.rows = new int[cells][effect.length];
        this.weight = new double[cells][effect.length];
        this.sum = new double[cells][effect.length];
    }

    /** Counts rows in the cells in which they are picked alike. */
    void add(Agreement picked) {
        int[] count = new int[effect.length];
        double[] weights = new double[effect.length];
        double[] sums = new double[effect.length];
        for (int i = 0; i < picked.rows().length; i++) {
            int row = picked.rows()[i];
            for (long left = picked.sets()[i]; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                count[offer]++;
                weights[offer] += rowWeight[row];
                sums[offer] += rowWeight[row] * effect[offer][row];
            }
        }
        for (int cell : picked.places()) {
            for (int offer = 0; offer < effect.length; offer++) {
                rows[cell][offer] += count[offer];
                weight[cell][offer] += weights[offer];
                sum[cell][offer] += sums[offer];
            }
        }
    }

    /** How many rows. */
    int rows(int cell, int offer) {
        return rows[cell][offer];
    }

    /** Their weight. */
    double weight(int cell, int offer) {
        return weight[cell][offer];
    }

    /** Their mean effect. */
    double mean(int cell, int offer) {
        return sum[cell][offer] / weight[cell][offer];
    }
}
