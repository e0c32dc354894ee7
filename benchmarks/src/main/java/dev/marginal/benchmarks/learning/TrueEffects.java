package dev.marginal.benchmarks.learning;

import dev.marginal.benchmarks.statistics.TopShare;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.evaluation.Ranking;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Predicted effects beside the true ones.
 *
 * @param predicted per customer
 * @param truth of the same customers
 */
public record TrueEffects(double[] predicted, double[] truth) {
    public TrueEffects {
        Requires.require(
                predicted.length == truth.length, "customers", predicted.length, truth.length + "");
    }

    static TrueEffects of(float[] predicted, double[] truth) {
        double[] wide = new double[predicted.length];
        Arrays.setAll(wide, i -> predicted[i]);
        return new TrueEffects(wide, truth);
    }

    /** The root of the mean squared error of the effects, √PEHE. */
    public double rootError() {
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
        }
        return Math.sqrt(squares / truth.length);
    }

    /** Spearman's ρ; {@code NaN} where all predictions or all effects are equal. */
    double rankCorrelation() {
        return new SpearmansCorrelation().correlation(predicted, truth);
    }

    /** What the best share by prediction gains over what the best share by the truth gains. */
    double topGain(double share) {
        return TopShare.sum(truth, Ranking.by(predicted), share)
                / TopShare.sum(truth, Ranking.by(truth), share);
    }

    /** Of the straight line that gives the true effect by the predicted one; 1 is calibrated. */
    double slope() {
        double meanPredicted = mean(predicted);
        double meanTruth = mean(truth);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            products += (predicted[i] - meanPredicted) * (truth[i] - meanTruth);
            squares += (predicted[i] - meanPredicted) * (predicted[i] - meanPredicted);
        }
        return products / squares;
    }

    /** Mean prediction minus mean effect. */
    double bias() {
        return mean(predicted) - mean(truth);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
