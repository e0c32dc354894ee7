package dev.marginal.boosting;

import dev.marginal.tables.Execution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Several forests that predict for the same customers, batch by batch: plain ones, which know the
 * features alone, and joint ones, which are asked once per arm.
 *
 * <p>Each thread loads the forests for itself and takes the next batch that nobody has taken; a
 * row's prediction depends on the row alone, so neither batches nor threads show in the result.
 */
public final class Forests {
    private final List<Forest> plain;
    private final List<Forest> joint;
    private final ArmColumns arms;
    private final Execution execution;

    /**
     * These forests.
     *
     * @param joint grown on rows with {@code arms} behind the features
     */
    public Forests(List<Forest> plain, List<Forest> joint, ArmColumns arms, Execution execution) {
        this.plain = List.copyOf(plain);
        this.joint = List.copyOf(joint);
        this.arms = arms;
        this.execution = execution;
    }

    /** These forests, which know the features alone. */
    public static Forests plain(List<Forest> forests, Execution execution) {
        return new Forests(forests, List.of(), new ArmColumns(new float[2][0]), execution);
    }

    /** Takes the predictions of a batch of customers; called from several threads. */
    @FunctionalInterface
    public interface Batch {
        /**
         * Takes {@code plain[forest][i]} and {@code joint[forest][arm][i]}, which belong to
         * customer {@code from + i}.
         *
         * @param from the first customer of the batch
         * @param to behind the last
         */
        void take(int from, int to, float[][] plain, float[][][] joint);
    }

    /** Predicts for every customer and hands the batches to {@code batch}, in any order. */
    public void predict(FeatureMatrix matrix, Batch batch) {
        Batches.each(
                matrix.rows(),
                execution,
                Loaded::new,
                (loaded, from, to) -> {
                    float[][] ofPlain =
                            Native.call("predict", () -> predict(loaded, matrix, from, to));
                    float[][][] ofJoint =
                            Native.call("predict", () -> jointly(loaded, matrix, from, to));
                    batch.take(from, to, ofPlain, ofJoint);
                });
    }

    private float[][] predict(Loaded loaded, FeatureMatrix matrix, int from, int to)
            throws XGBoostError {
        if (plain.isEmpty()) {
            return new float[0][];
        }
        try (Sheet sheet = matrix.sheet(to - from, i -> from + i, 0)) {
            return predict(loaded.plain, sheet, matrix.types(0));
        }
    }

    private float[][][] jointly(Loaded loaded, FeatureMatrix matrix, int from, int to)
            throws XGBoostError {
        float[][][] predicted = new float[joint.size()][arms.arms()][];
        if (joint.isEmpty()) {
            return predicted;
        }
        String[] types = matrix.types(arms.columns());
        try (Sheet sheet = matrix.sheet(to - from, i -> from + i, arms.columns())) {
            for (int arm = 0; arm < arms.arms(); arm++) {
                sheet.setArm(arms, arm);
                float[][] ofArm = predict(loaded.joint, sheet, types);
                for (int forest = 0; forest < predicted.length; forest++) {
                    predicted[forest][arm] = ofArm[forest];
                }
            }
        }
        return predicted;
    }

    private static float[][] predict(List<Booster> boosters, Sheet sheet, String[] types)
            throws XGBoostError {
        DMatrix data = sheet.read(types);
        try {
            float[][] predicted = new float[boosters.size()][];
            for (int forest = 0; forest < predicted.length; forest++) {
                predicted[forest] = flat(boosters.get(forest).predict(data));
            }
            return predicted;
        } finally {
            data.dispose();
        }
    }

    static Booster load(Forest forest, int threads) throws XGBoostError, IOException {
        Booster booster = XGBoost.loadModel(forest.bytes());
        booster.setParam("nthread", threads);
        booster.setParam("verbosity", 0);
        return booster;
    }

    static float[] flat(float[][] predicted) {
        float[] flat = new float[predicted.length];
        IntStream.range(0, flat.length).forEach(row -> flat[row] = predicted[row][0]);
        return flat;
    }

    /** {@code [class][row]} of {@code [row][class]}. */
    static float[][] byClass(float[][] byRow) {
        float[][] byClass = new float[byRow[0].length][byRow.length];
        for (int row = 0; row < byRow.length; row++) {
            for (int number = 0; number < byClass.length; number++) {
                byClass[number][row] = byRow[row][number];
            }
        }
        return byClass;
    }

    /** One thread's own copies of the forests. */
    private final class Loaded implements Batches.Tools {
        private final List<Booster> plain = new ArrayList<>();
        private final List<Booster> joint = new ArrayList<>();

        Loaded() {
            Forests.this.plain.forEach(forest -> plain.add(loadOne(forest)));
            Forests.this.joint.forEach(forest -> joint.add(loadOne(forest)));
        }

        private Booster loadOne(Forest forest) {
            return Native.call("read a forest", () -> load(forest, 1));
        }

        @Override
        public void close() {
            plain.forEach(Booster::dispose);
            joint.forEach(Booster::dispose);
        }
    }
}
