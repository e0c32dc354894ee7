package dev.marginal.boosting;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Some customers laid out for training, once, for any number of forests with different labels.
 * Holds native memory until closed. The library cannot forget margins: after a target with margins,
 * every target of the same rows must bring some.
 */
public final class TrainingRows implements AutoCloseable {
    private final DMatrix data;
    private final int columns;
    private final float[] weight;
    private final Execution execution;
    private boolean margined;

    private TrainingRows(Sheet sheet, String[] types, float[] weight, Execution execution) {
        this.data = Native.call("read the features", () -> sheet.read(types));
        this.columns = types.length;
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
        try (Sheet sheet = matrix.sheet(which.length, i -> which[i], 0)) {
            return new TrainingRows(sheet, matrix.types(0), weight, execution);
        }
    }

    /**
     * Lays out these customers with their arms in columns behind the features.
     *
     * @param arm one per place
     */
    public static TrainingRows of(
            FeatureMatrix matrix,
            int[] which,
            ArmColumns arms,
            int[] arm,
            float[] weight,
            Execution execution) {
        Requires.positive(which.length, "training rows");
        try (Sheet sheet = matrix.sheet(which.length, i -> which[i], arms.columns())) {
            for (int i = 0; i < which.length; i++) {
                sheet.setArm(arms, i, arm[i]);
            }
            return new TrainingRows(sheet, matrix.types(arms.columns()), weight, execution);
        }
    }

    /**
     * Grows trees on these rows.
     *
     * <p>The first guess is the weighted mean of the labels (for probabilities with half an order
     * and half a non-order added), so that without any split the forest predicts just that.
     *
     * @param seed of the rows that each tree sees
     */
    public Forest fit(Target target, Trees trees, long seed) {
        return Native.call(
                "grow trees",
                () -> {
                    prepare(target, weight);
                    return growing(target, weight, trees, seed).grow(trees.rounds());
                });
    }

    /**
     * Counts on {@code heldOut} how many of the trees are enough, in steps of ten, and grows so
     * many on all rows; so no row is lost, for twice the work.
     */
    public Forest fit(Target target, Trees trees, HeldOut heldOut, long seed) {
        return Native.call(
                "grow trees",
                () -> {
                    int rounds = count(target, trees, heldOut, seed);
                    prepare(target, weight);
                    return growing(target, weight, trees, seed).grow(rounds);
                });
    }

    /**
     * Grows trees on these rows for as long as the loss on other rows falls.
     *
     * @param others rows laid out in the same way; at least one
     * @param ofOthers what the trees should have predicted there
     * @param patience so many rounds without a lower loss end the growth
     */
    public Forest fit(
            Target target,
            Trees trees,
            TrainingRows others,
            Target ofOthers,
            int patience,
            long seed) {
        return Native.call(
                "grow trees",
                () -> {
                    prepare(target, weight);
                    others.prepare(ofOthers, others.weight);
                    return growing(target, weight, trees, seed)
                            .growBest(
                                    trees.rounds(),
                                    patience,
                                    Map.of("held", others.data),
                                    (booster, round) -> Growing.loss(booster, others.data, round))
                            .forest();
                });
    }

    /**
     * Grows trees that predict the probability of each class.
     *
     * @param label one per row, in [0, classes)
     */
    public Forest fitClasses(int[] label, int classes, Trees trees, long seed) {
        float[] labels = new float[label.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = label[row];
        }
        return Native.call(
                "grow trees",
                () -> {
                    data.setLabel(labels);
                    data.setWeight(weight);
                    Map<String, Object> parameters =
                            Parameters.ofClasses(classes, trees, seed, execution);
                    return new Growing(data, parameters).grow(trees.rounds());
                });
    }

    /** What a forest, usually grown on other rows, predicts for these. */
    public float[] predict(Forest forest) {
        return Native.call("predict", () -> Forests.flat(raw(forest)));
    }

    /** {@code [class][row]}: what a forest of {@link #fitClasses} predicts for these rows. */
    public float[][] predictClasses(Forest forest) {
        float[][] rows = Native.call("predict", () -> raw(forest));
        return Forests.byClass(rows);
    }

    @Override
    public void close() {
        data.dispose();
    }

    private float[][] raw(Forest forest) throws XGBoostError, java.io.IOException {
        Booster booster = Forests.load(forest, execution.threads());
        try {
            return booster.predict(data);
        } finally {
            booster.dispose();
        }
    }

    private int count(Target target, Trees trees, HeldOut heldOut, long seed) throws XGBoostError {
        float[] learning = heldOut.weights(weight, false);
        int held = heldOut.count();
        if (held == 0 || held == weight.length) {
            return trees.rounds();
        }
        prepare(target, learning);
        return growing(target, learning, trees, seed)
                .growBest(trees.rounds(), heldOut.patience(), Map.of(), heldOut.loss(data, weight))
                .rounds();
    }

    private void prepare(Target target, float[] weights) throws XGBoostError {
        boolean margins = target.margin().length > 0;
        Requires.require(margins || !margined, "margins", "none", "given, as before on these rows");
        data.setLabel(target.label());
        data.setWeight(weights);
        if (margins) {
            data.setBaseMargin(target.margin());
            margined = true;
        }
    }

    private Growing growing(Target target, float[] weights, Trees trees, long seed) {
        return new Growing(data, Parameters.of(target, weights, columns, trees, seed, execution));
    }
}
