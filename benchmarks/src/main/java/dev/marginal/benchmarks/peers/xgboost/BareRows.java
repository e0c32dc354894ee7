package dev.marginal.benchmarks.peers.xgboost;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows as XGBoost holds them; to be closed. */
public final class BareRows implements AutoCloseable {
    private static final int STEP = 10;

    private final DMatrix data;
    private final int rows;

    /** Lays out row-major values. */
    public BareRows(float[] values, int columns) {
        this.rows = values.length / columns;
        this.data = call(() -> new DMatrix(values, rows, columns, Float.NaN));
    }

    /** Grows so many trees by these labels and throws them away. */
    public void grow(float[] label, Map<String, Object> parameters, int rounds) {
        call(
                () -> {
                    data.setLabel(label);
                    Booster booster = XGBoost.train(data, parameters, rounds, Map.of(), null, null);
                    booster.dispose();
                    return rounds;
                });
    }

    /**
     * How many trees have the lowest loss on one row in five, asked every ten trees, until it has
     * not fallen for {@code patience} trees.
     */
    public int enough(float[] label, Map<String, Object> parameters, int most, int patience) {
        float[] learning = new float[rows];
        float[] judging = new float[rows];
        for (int row = 0; row < rows; row++) {
            (row % 5 == 0 ? judging : learning)[row] = 1;
        }
        return call(() -> enough(label, learning, judging, parameters, most, patience));
    }

    private int enough(
            float[] label,
            float[] learning,
            float[] judging,
            Map<String, Object> parameters,
            int most,
            int patience)
            throws XGBoostError {
        data.setLabel(label);
        data.setWeight(learning);
        Booster booster = XGBoost.train(data, parameters, 0, Map.of(), null, null);
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int round = 1; round <= most && round - best <= patience; round++) {
            booster.update(data, round - 1);
            if (round % STEP == 0) {
                data.setWeight(judging);
                double loss = loss(booster, round);
                data.setWeight(learning);
                best = loss < least ? round : best;
                least = Math.min(loss, least);
            }
        }
        booster.dispose();
        return best;
    }

    private double loss(Booster booster, int round) throws XGBoostError {
        String answer = booster.evalSet(new DMatrix[] {data}, new String[] {"held"}, round);
        return Double.parseDouble(answer.substring(answer.lastIndexOf(':') + 1));
    }

    /** Predicts with each of these forests, which are in XGBoost's UBJ format. */
    public void predict(List<byte[]> forests, int threads) {
        for (byte[] forest : forests) {
            call(
                    () -> {
                        Booster booster = XGBoost.loadModel(forest);
                        booster.setParam("nthread", threads);
                        float[][] predicted = booster.predict(data);
                        booster.dispose();
                        return predicted.length;
                    });
        }
    }

    /** How many trees a forest in XGBoost's UBJ format has. */
    public static int trees(byte[] forest) {
        return call(
                () -> {
                    Booster booster = XGBoost.loadModel(forest);
                    int trees = booster.getNumBoostedRound();
                    booster.dispose();
                    return trees;
                });
    }

    /** How many columns a forest in XGBoost's UBJ format was grown on. */
    public static int columns(byte[] forest) {
        return call(
                () -> {
                    Booster booster = XGBoost.loadModel(forest);
                    long columns = booster.getNumFeature();
                    booster.dispose();
                    return (int) columns;
                });
    }

    @Override
    public void close() {
        data.dispose();
    }

    private interface Call<T> {
        T run() throws XGBoostError, java.io.IOException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (XGBoostError | java.io.IOException e) {
            throw new IllegalStateException("XGBoost failed.", e);
        }
    }
}
