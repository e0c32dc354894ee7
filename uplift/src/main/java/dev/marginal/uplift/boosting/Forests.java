package dev.marginal.uplift.boosting;

import dev.marginal.tables.Execution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Several forests that predict for the same customers, batch by batch.
 *
 * <p>Each thread loads the forests for itself and takes the next batch that nobody has taken; a
 * row's prediction depends on the row alone, so neither batches nor threads show in the result.
 */
public final class Forests {
    private static final int BATCH = 16_384;

    private final List<Forest> forests;
    private final Execution execution;

    public Forests(List<Forest> forests, Execution execution) {
        this.forests = List.copyOf(forests);
        this.execution = execution;
    }

    /** Takes the predictions of a batch of customers; called from several threads. */
    @FunctionalInterface
    public interface Batch {
        /**
         * Takes {@code predicted[forest][i]}, which belongs to customer {@code from + i}.
         *
         * @param from the first customer of the batch
         */
        void take(int from, float[][] predicted);
    }

    /** Predicts for every customer and hands the batches to {@code batch}, in any order. */
    public void predict(FeatureMatrix matrix, Batch batch) {
        int batches = (matrix.rows() + BATCH - 1) / BATCH;
        int threads = Math.min(execution.threads(), batches);
        AtomicInteger next = new AtomicInteger();
        if (threads <= 1) {
            work(matrix, batches, next, batch);
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(executor.submit(() -> work(matrix, batches, next, batch)));
            }
            workers.forEach(Forests::await);
        } finally {
            executor.shutdownNow();
        }
    }

    private void work(FeatureMatrix matrix, int batches, AtomicInteger next, Batch batch) {
        List<Booster> boosters = new ArrayList<>();
        try {
            for (Forest forest : forests) {
                boosters.add(Native.call("read a forest", () -> load(forest, 1)));
            }
            for (int i = next.getAndIncrement(); i < batches; i = next.getAndIncrement()) {
                int from = i * BATCH;
                int to = Math.min(matrix.rows(), from + BATCH);
                batch.take(from, Native.call("predict", () -> predict(boosters, matrix, from, to)));
            }
        } finally {
            boosters.forEach(Booster::dispose);
        }
    }

    private static float[][] predict(List<Booster> boosters, FeatureMatrix matrix, int from, int to)
            throws XGBoostError {
        DMatrix data = TrainingRows.dense(matrix, matrix.rows(from, to), to - from);
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

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Scoring was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Scoring failed.", failed.getCause());
        }
    }
}
