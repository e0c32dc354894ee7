package dev.marginal.boosting;

import dev.marginal.tables.Requires;
import ml.dmlc.xgboost4j.java.DMatrix;

/**
 * Which training rows judge how many trees are enough.
 *
 * @param rows one per training row: true if trees are not to learn from it while they are counted
 * @param patience so many rounds without a lower loss on the held-out rows end the count
 */
public record HeldOut(boolean[] rows, int patience) {
    public HeldOut {
        Requires.positive(patience, "patience");
    }

    /** How many rows are held out. */
    int count() {
        int count = 0;
        for (boolean held : rows) {
            count += held ? 1 : 0;
        }
        return count;
    }

    /** The weights of one side, zero on the other. */
    float[] weights(float[] weight, boolean held) {
        float[] side = new float[weight.length];
        for (int row = 0; row < side.length; row++) {
            side[row] = rows[row] == held ? weight[row] : 0;
        }
        return side;
    }

    /** The loss on the rows held out, of trees that grow on all with the others' weights. */
    Growing.Loss loss(DMatrix data, float[] weight) {
        float[] learning = weights(weight, false);
        float[] judging = weights(weight, true);
        return (booster, round) -> {
            data.setWeight(judging);
            double loss = Growing.loss(booster, data, round);
            data.setWeight(learning);
            return loss;
        };
    }
}
