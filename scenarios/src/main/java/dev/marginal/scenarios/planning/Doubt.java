package dev.marginal.scenarios.planning;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How sure the experiment is of what a model says of customers.
 *
 * <p>Learners give no standard error of their own, and if they did, it would be the model's opinion
 * of itself. So the error is measured: the rows of the history, scored by models that never saw
 * them, are ranked by a treatment's uplift and cut into tenths. The standard error of a tenth's
 * mean doubly robust effect says how well the experiment knows customers scored like that, rows of
 * one customer counted together:
 *
 * <pre>
 * error(tenth) = sqrt( Σ over its customers of (Σ w (effect − mean))² ) / Σ w
 * </pre>
 *
 * <p>Between the mean scores of two tenths it runs straight; beyond the first and the last it
 * stays.
 */
final class Doubt {
    private static final int BANDS = 10;
    private static final int LEAST_ROWS = 100;

    private final double[][] score;
    private final double[][] error;

    private Doubt(int treatments) {
        this.score = new double[treatments][];
        this.error = new double[treatments][];
    }

    /** Measured on the rows of a history. */
    static Doubt of(OutOfFoldScores history) {
        Doubt doubt = new Doubt(history.effect().length);
        for (int treatment = 0; treatment < history.effect().length; treatment++) {
            doubt.measure(history, treatment);
        }
        return doubt;
    }

    private void measure(OutOfFoldScores history, int treatment) {
        float[] uplift = history.scores().uplift()[treatment];
        int[] ranked =
                IntStream.range(0, history.rows())
                        .boxed()
                        .sorted((one, other) -> Float.compare(uplift[one], uplift[other]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int bands = Math.max(1, Math.min(BANDS, ranked.length / LEAST_ROWS));
        score[treatment] = new double[bands];
        error[treatment] = new double[bands];
        for (int band = 0; band < bands; band++) {
            int from = (int) ((long) ranked.length * band / bands);
            int until = (int) ((long) ranked.length * (band + 1) / bands);
            int[] rows = Arrays.copyOfRange(ranked, from, until);
            score[treatment][band] = mean(history.weight(), uplift, rows);
            error[treatment][band] = error(history, history.effect()[treatment], rows);
        }
    }

    private static double mean(double[] weight, float[] values, int[] rows) {
        double sum = 0;
        double all = 0;
        for (int row : rows) {
            sum += weight[row] * values[row];
            all += weight[row];
        }
        return all > 0 ? sum / all : 0;
    }

    private static double error(OutOfFoldScores history, float[] effect, int[] rows) {
        double mean = mean(history.weight(), effect, rows);
        Map<Integer, Double> influence = new HashMap<>();
        double all = 0;
        for (int row : rows) {
            double weight = history.weight()[row];
            influence.merge(history.group()[row], weight * (effect[row] - mean), Double::sum);
            all += weight;
        }
        double squares = 0;
        for (int group : IntStream.of(rows).map(row -> history.group()[row]).distinct().toArray()) {
            squares += influence.get(group) * influence.get(group);
        }
        return all > 0 ? Math.sqrt(squares) / all : 0;
    }

    /** The standard error of what a treatment adds for customers with a score, in currency. */
    double error(int treatment, double uplift) {
        double[] at = score[treatment];
        double[] of = error[treatment];
        int above = 0;
        while (above < at.length && at[above] < uplift) {
            above++;
        }
        if (above == 0 || above == at.length) {
            return of[above == 0 ? 0 : above - 1];
        }
        double share = (uplift - at[above - 1]) / (at[above] - at[above - 1]);
        return of[above - 1] + share * (of[above] - of[above - 1]);
    }

    /**
     * The scores with each uplift so many standard errors lower.
     *
     * @param errors how many; zero or more
     */
    UpliftScores less(UpliftScores scores, double errors) {
        Requires.notNegative(errors, "standard errors");
        float[][] lower = new float[scores.uplift().length][];
        for (int treatment = 0; treatment < lower.length; treatment++) {
            lower[treatment] = scores.uplift()[treatment].clone();
            for (int customer = 0; customer < lower[treatment].length; customer++) {
                float usual = lower[treatment][customer];
                lower[treatment][customer] = (float) (usual - errors * error(treatment, usual));
            }
        }
        return new UpliftScores(
                scores.treatments(),
                lower,
                scores.orderProbability(),
                scores.baseline(),
                scores.cost(),
                scores.baselineOrders());
    }
}
