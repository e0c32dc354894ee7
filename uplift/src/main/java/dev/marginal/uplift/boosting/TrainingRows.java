package dev.marginal.uplift.boosting;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.LearnerSettings.Trees;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * Some customers laid out for training, once, for any number of forests with different labels.
 * Holds native memory until closed.
 */
public final class TrainingRows implements AutoCloseable {
    private static final int LARGEST_SEED = Integer.MAX_VALUE;

    private final DMatrix data;
    private final float[] weight;
    private final Execution execution;

    private TrainingRows(DMatrix data, float[] weight, Execution execution) {
        this.data = data;
        this.weight = weight;
        this.execution = execution;
    }

    /**
     * Lays out these customers.
     *
     * @param which places in {@code matrix}; at least one
     * @param weight one per place, positive
     */
    public static TrainingRows of(
            FeatureMatrix matrix, int[] which, float[] weight, Execution execution) {
        Requires.positive(which.length, "training rows");
        DMatrix data =
                Native.call(
                        "read the features", () -> dense(matrix, matrix.rows(which), which.length));
        TrainingRows rows = new TrainingRows(data, weight, execution);
        Native.run("read the weights", () -> data.setWeight(weight));
        return rows;
    }

    /**
     * Grows trees on these rows.
     *
     * <p>The first guess is the weighted mean of the labels (for probabilities with half an order
     * and half a non-order added), so that without any split the forest predicts just that.
     *
     * @param label one per row, finite; 0 or 1 for {@link Objective#LOGISTIC}
     * @param seed of the rows that each tree sees
     */
    public Forest fit(float[] label, Objective objective, Trees trees, long seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", objective.parameter());
        parameters.put("base_score", firstGuess(label, objective));
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", trees.depth());
        parameters.put("eta", trees.learningRate());
        parameters.put("min_child_weight", trees.leastLeafWeight());
        parameters.put("lambda", trees.ridge());
        parameters.put("subsample", trees.rowShare());
        parameters.put("seed", Math.floorMod(seed, LARGEST_SEED));
        parameters.put("nthread", execution.threads());
        parameters.put("verbosity", 0);
        return Native.call("grow trees", () -> grow(label, parameters, trees.rounds()));
    }

    /** What a forest, usually grown on other rows, predicts for these. */
    public float[] predict(Forest forest) {
        return Native.call(
                "predict",
                () -> {
                    Booster booster = Forests.load(forest, execution.threads());
                    try {
                        return Forests.flat(booster.predict(data));
                    } finally {
                        booster.dispose();
                    }
                });
    }

    @Override
    public void close() {
        data.dispose();
    }

    static DMatrix dense(FeatureMatrix matrix, float[] values, int rows)
            throws ml.dmlc.xgboost4j.java.XGBoostError {
        DMatrix data = new DMatrix(values, rows, matrix.features(), Float.NaN);
        data.setFeatureTypes(matrix.types());
        return data;
    }

    private Forest grow(float[] label, Map<String, Object> parameters, int rounds)
            throws ml.dmlc.xgboost4j.java.XGBoostError {
        data.setLabel(label);
        Booster booster = XGBoost.train(data, parameters, rounds, Map.of(), null, null);
        try {
            return new Forest(booster.toByteArray("ubj"));
        } finally {
            booster.dispose();
        }
    }

    private double firstGuess(float[] label, Objective objective) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < label.length; row++) {
            sum += (double) weight[row] * label[row];
            weights += weight[row];
        }
        if (objective == Objective.SQUARED_ERROR) {
            return sum / weights;
        }
        double average = weights / label.length;
        return (sum + average / 2) / (weights + average);
    }
}
