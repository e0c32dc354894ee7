package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.boosting.FeatureMatrix;
import dev.marginal.uplift.boosting.Forest;
import dev.marginal.uplift.boosting.TrainingRows;
import java.util.Locale;

/** The rows of one arm, laid out for training, with their outcomes. */
final class ArmRows implements AutoCloseable {
    private final TrainingRows rows;
    private final float[] gmv;
    private final double weights;

    private ArmRows(TrainingRows rows, float[] gmv, double weights) {
        this.rows = rows;
        this.gmv = gmv;
        this.weights = weights;
    }

    static ArmRows of(CampaignHistory history, FeatureMatrix matrix, int arm, Execution execution) {
        int[] which = history.rowsOf(arm);
        if (which.length == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "Arm '%s' has 0 of %,d history rows; every arm needs some.",
                            history.armName(arm),
                            history.rows()));
        }
        float[] gmv = new float[which.length];
        float[] weight = new float[which.length];
        double weights = 0;
        for (int i = 0; i < which.length; i++) {
            gmv[i] = (float) history.gmv()[which[i]];
            weight[i] = (float) history.weight()[which[i]];
            weights += weight[i];
        }
        return new ArmRows(TrainingRows.of(matrix, which, weight, execution), gmv, weights);
    }

    float[] gmv() {
        return gmv;
    }

    /** 1 where the row has an order, a GMV above zero; else 0. */
    float[] orders() {
        float[] orders = new float[gmv.length];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = gmv[i] > 0 ? 1 : 0;
        }
        return orders;
    }

    /** The sum of the rows' weights. */
    double weights() {
        return weights;
    }

    float[] predict(Forest forest) {
        return rows.predict(forest);
    }

    TrainingRows rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }
}
