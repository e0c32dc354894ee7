package dev.marginal.uplift.propensities;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.FeatureSpec;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.TrainingRows;
import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.FitProgress;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.folds.Folds;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates from a history who got which arm, where nobody logged it: P(arm | x).
 *
 * <p>Boosted trees with a multinomial loss are grown on other customers than those they predict
 * for, fold by fold. What they predict is calibrated on the rows of the other folds, taken to lie
 * in [0.01, 0.99] (or not below half an arm's share where that is less), and divided by its sum.
 * What no feature tells, such as a seller's hunch, stays hidden: estimated propensities make a
 * lottery of no history that was none.
 */
public final class PropensityModel {
    private static final Trees TREES = new Trees(100, 3, 0.1, 20, 10, 0.7);
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;
    private static final float NEXT_TO_NOTHING = 1e-6f;
    private static final long SEED_OF_FOLDS = 0x70726f70L;

    private final LearnerSettings settings;
    private final Execution execution;
    private final FitProgress progress;

    /**
     * An estimator.
     *
     * @param settings folds and seed count here
     * @param progress told of every fold
     */
    public PropensityModel(LearnerSettings settings, Execution execution, FitProgress progress) {
        this.settings = settings;
        this.execution = execution;
        this.progress = progress;
    }

    /**
     * The same history, each row with the estimated probability of the arm it got.
     *
     * @throws IllegalArgumentException as {@link Folds#of}
     */
    public CampaignHistory estimate(CampaignHistory history) {
        double[][] probability = probabilities(history);
        double[] own = new double[history.rows()];
        for (int row = 0; row < own.length; row++) {
            own[row] = probability[history.arm()[row]][row];
        }
        return history.withPropensity(own);
    }

    /** {@code [arm][row]}: all arms' estimated probabilities, which add up to one. */
    double[][] probabilities(CampaignHistory history) {
        Folds folds = Folds.of(history, settings.folds(), settings.seed() ^ SEED_OF_FOLDS);
        float[][] predicted = predicted(history, folds);
        double[] least = least(history);
        double[][] probability = new double[history.arms()][history.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            Calibration calibration =
                    Calibration.of(
                            predicted, history.arm(), history.weight(), folds.training(fold));
            for (int row : folds.inside(fold)) {
                double[] calibrated = within(calibration.calibrated(predicted, row), least);
                for (int arm = 0; arm < calibrated.length; arm++) {
                    probability[arm][row] = calibrated[arm];
                }
            }
        }
        return probability;
    }

    /** {@code [arm][row]}: what the trees of the other folds predict. */
    private float[][] predicted(CampaignHistory history, Folds folds) {
        List<FeatureSpec> features =
                history.customers().features().stream().map(FeatureSpec::of).toList();
        FeatureMatrix matrix =
                FeatureMatrix.of(history.rows(), history.customers().features(), features);
        float[][] predicted = new float[history.arms()][history.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] inside = folds.inside(fold);
            float[][] ofFold = predict(matrix, grow(matrix, history, folds.training(fold)), inside);
            for (int arm = 0; arm < predicted.length; arm++) {
                for (int i = 0; i < inside.length; i++) {
                    predicted[arm][inside[i]] = Math.max(NEXT_TO_NOTHING, ofFold[arm][i]);
                }
            }
            progress.done(fold + 1, folds.count());
        }
        return predicted;
    }

    private Forest grow(FeatureMatrix matrix, CampaignHistory history, int[] rows) {
        float[] weight = new float[rows.length];
        int[] arm = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            weight[i] = (float) history.weight()[rows[i]];
            arm[i] = history.arm()[rows[i]];
        }
        try (TrainingRows training = TrainingRows.of(matrix, rows, weight, execution)) {
            return training.fitClasses(arm, history.arms(), TREES, settings.seed());
        }
    }

    private float[][] predict(FeatureMatrix matrix, Forest forest, int[] rows) {
        float[] equal = new float[rows.length];
        Arrays.fill(equal, 1);
        try (TrainingRows held = TrainingRows.of(matrix, rows, equal, execution)) {
            return held.predictClasses(forest);
        }
    }

    private static double[] least(CampaignHistory history) {
        return Arrays.stream(Shares.observed(history))
                .map(share -> Math.min(LEAST, share / 2))
                .toArray();
    }

    private static double[] within(double[] probability, double[] least) {
        double sum = 0;
        for (int arm = 0; arm < probability.length; arm++) {
            probability[arm] = Math.min(MOST, Math.max(least[arm], probability[arm]));
            sum += probability[arm];
        }
        for (int arm = 0; arm < probability.length; arm++) {
            probability[arm] /= sum;
        }
        return probability;
    }
}
