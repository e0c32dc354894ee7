package dev.marginal.value.evaluation;

import dev.marginal.value.evaluation.ValueEvaluation.Calibration;
import dev.marginal.value.evaluation.ValueEvaluation.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** How large predictions are beside the truth. */
final class Sizes {
    private static final int TENTHS = 10;

    private Sizes() {}

    static Calibration of(double[] predicted, double[] actual) {
        double sum = 0;
        double truth = 0;
        double absolute = 0;
        double square = 0;
        for (int row = 0; row < predicted.length; row++) {
            double error = predicted[row] - actual[row];
            sum += predicted[row];
            truth += actual[row];
            absolute += Math.abs(error);
            square += error * error;
        }
        return new Calibration(
                sum,
                truth,
                sum / truth,
                absolute / predicted.length,
                Math.sqrt(square / predicted.length),
                pearson(predicted, actual),
                deciles(predicted, actual));
    }

    private static double pearson(double[] predicted, double[] actual) {
        return predicted.length < 2 || Ranks.isFlat(predicted) || Ranks.isFlat(actual)
                ? Double.NaN
                : new PearsonsCorrelation().correlation(predicted, actual);
    }

    private static List<Group> deciles(double[] predicted, double[] actual) {
        Descending order = Descending.of(predicted, actual);
        int tenths = Math.min(TENTHS, predicted.length);
        int larger = predicted.length % tenths;
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int tenth = 0; tenth < tenths; tenth++) {
            int to = from + predicted.length / tenths + (tenth < larger ? 1 : 0);
            groups.add(
                    new Group(
                            tenth + 1 + "",
                            to - from,
                            mean(order.predicted(), from, to),
                            mean(order.actual(), from, to)));
            from = to;
        }
        return groups;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum() / (to - from);
    }
}
