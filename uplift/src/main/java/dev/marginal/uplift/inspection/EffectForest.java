package dev.marginal.uplift.inspection;

import dev.marginal.boosting.Contributions;
import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.FeatureSpec;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.TrainingRows;
import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Inspection.Importance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One small forest that retells a model's uplift, so that any model can be explained alike.
 *
 * <p>It is grown on half of a sample of the customers and judged on the other half.
 *
 * @param fidelity R² on the other half; {@code NaN} where all uplifts there are equal
 * @param importance one per feature, the most important first
 */
record EffectForest(double fidelity, List<Importance> importance) {
    private static final int SAMPLE = 40_000;
    private static final Trees SMALL = new Trees(100, 3, 0.1, 20, 1, 1);

    /**
     * Retells the uplift of these customers.
     *
     * @param uplift of each customer, as the model sees it
     * @param seed of the sample
     */
    static EffectForest of(Customers customers, float[] uplift, long seed, Execution execution) {
        List<FeatureSpec> specs = customers.features().stream().map(FeatureSpec::of).toList();
        FeatureMatrix matrix = FeatureMatrix.of(customers.rows(), customers.features(), specs);
        int[] sample = sample(customers.rows(), seed);
        int[] grown = Arrays.copyOf(sample, Math.max(1, sample.length / 2));
        int[] judged = Arrays.copyOfRange(sample, sample.length / 2, sample.length);
        Forest forest = grow(matrix, grown, uplift, seed, execution);
        Contributions contributions = new Contributions(forest, execution);
        double[] moves = contributions.meanAbsolute(matrix, judged);
        double[] gains = contributions.gainShares(specs.size());
        return new EffectForest(
                fidelity(predict(matrix, judged, forest, execution), of(judged, uplift)),
                IntStream.range(0, specs.size())
                        .mapToObj(f -> new Importance(specs.get(f).name(), moves[f], gains[f]))
                        .sorted(Comparator.comparingDouble(Importance::contribution).reversed())
                        .toList());
    }

    private static Forest grow(
            FeatureMatrix matrix, int[] which, float[] uplift, long seed, Execution execution) {
        try (TrainingRows rows = TrainingRows.of(matrix, which, ones(which.length), execution)) {
            Target target = Target.of(Objective.SQUARED_ERROR, of(which, uplift));
            return rows.fit(target, SMALL, seed);
        }
    }

    private static float[] predict(
            FeatureMatrix matrix, int[] which, Forest forest, Execution execution) {
        try (TrainingRows rows = TrainingRows.of(matrix, which, ones(which.length), execution)) {
            return rows.predict(forest);
        }
    }

    /** Different customers in random order. */
    private static int[] sample(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] all = IntStream.range(0, customers).toArray();
        int count = Math.min(SAMPLE, customers);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(customers - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return Arrays.copyOf(all, count);
    }

    private static double fidelity(float[] told, float[] retold) {
        double mean = 0;
        for (float value : retold) {
            mean += value / (double) retold.length;
        }
        double missed = 0;
        double spread = 0;
        for (int i = 0; i < retold.length; i++) {
            missed += (retold[i] - told[i]) * (double) (retold[i] - told[i]);
            spread += (retold[i] - mean) * (retold[i] - mean);
        }
        return spread > 0 ? 1 - missed / spread : Double.NaN;
    }

    private static float[] of(int[] which, float[] values) {
        float[] picked = new float[which.length];
        for (int i = 0; i < which.length; i++) {
            picked[i] = values[which[i]];
        }
        return picked;
    }

    private static float[] ones(int rows) {
        float[] ones = new float[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
