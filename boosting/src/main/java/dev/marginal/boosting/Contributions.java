package dev.marginal.boosting;

import dev.marginal.tables.Execution;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Which features move what a forest predicts.
 *
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al. (2020), From local
 *     explanations to global understanding with explainable AI for trees</a>
 */
public final class Contributions {
    private final Forest forest;
    private final Execution execution;

    public Contributions(Forest forest, Execution execution) {
        this.forest = forest;
        this.execution = execution;
    }

    /** The mean absolute SHAP value of each feature over these customers, in the label's unit. */
    public double[] meanAbsolute(FeatureMatrix matrix, int[] which) {
        try (Sheet sheet = matrix.sheet(which.length, i -> which[i], 0)) {
            return Native.call("explain a forest", () -> meanAbsolute(matrix, sheet));
        }
    }

    /** Each feature's share of the loss that all splits take away; all zero without any split. */
    public double[] gainShares(int features) {
        double[] gains = Native.call("read gains", () -> gains(features));
        double all = Arrays.stream(gains).sum();
        return Arrays.stream(gains).map(gain -> all > 0 ? gain / all : 0).toArray();
    }

    private double[] meanAbsolute(FeatureMatrix matrix, Sheet sheet)
            throws XGBoostError, IOException {
        double[] means = new double[matrix.features()];
        Booster booster = Forests.load(forest, execution.threads());
        DMatrix data = sheet.read(matrix.types(0));
        try {
            float[][] explained = booster.predictContrib(data, 0);
            for (float[] row : explained) {
                for (int feature = 0; feature < means.length; feature++) {
                    means[feature] += Math.abs(row[feature]) / explained.length;
                }
            }
        } finally {
            data.dispose();
            booster.dispose();
        }
        return means;
    }

    /** XGBoost4J names a categorical split by its words too: {@code f0:{0,2}}. */
    private double[] gains(int features) throws XGBoostError, IOException {
        double[] gains = new double[features];
        Booster booster = Forests.load(forest, execution.threads());
        try {
            for (Map.Entry<String, Double> split : booster.getScore("", "total_gain").entrySet()) {
                String name = split.getKey().split(":", 2)[0];
                gains[Integer.parseInt(name.substring(1))] += split.getValue();
            }
        } finally {
            booster.dispose();
        }
        return gains;
    }
}
