package dev.marginal.value.evaluation;

import dev.marginal.value.evaluation.ValueEvaluation.Discrimination;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** How well predictions put customers in order. */
final class Ranks {
    private Ranks() {}

    static Discrimination of(double[] predicted, double[] actual) {
        return new Discrimination(
                gini(predicted, actual) / gini(actual, actual), spearman(predicted, actual));
    }

    /** {@code 2 · mean(cumulative share) − 1}. */
    private static double gini(double[] predicted, double[] actual) {
        double sum = 0;
        double area = 0;
        for (double each : Descending.of(predicted, actual).actual()) {
            sum += each;
            area += sum;
        }
        return 2 * area / sum / actual.length - 1;
    }

    private static double spearman(double[] predicted, double[] actual) {
        return isFlat(predicted) || isFlat(actual)
                ? Double.NaN
                : new SpearmansCorrelation().correlation(predicted, actual);
    }

    /** Whether all values are the same. */
    static boolean isFlat(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
