package dev.marginal.uplift.evaluation;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;

/**
 * The metrics of scikit-uplift: names ending in {@code .sklift}.
 *
 * <p>Outcomes are 0 or 1. Curves stand over the number of rows targeted; an empty arm has mean 0. A
 * score is the area over the diagonal, divided by that of a perfect ranking: 0 is random, 1
 * perfect.
 *
 * @see <a href="https://www.uplift-modeling.com">scikit-uplift</a>
 */
public final class ScikitUplift {
    private ScikitUplift() {}

    /** {@code Y_t − Y_c N_t / N_c} over the rows targeted. */
    public static Curve qiniCurve(Experiment experiment, Ranking ranking) {
        return qiniCurve(Prefixes.of(experiment, ranking));
    }

    static Curve qiniCurve(Prefixes sums) {
        double[] y = new double[sums.points()];
        Arrays.setAll(
                y,
                i ->
                        sums.treatedSum()[i]
                                - ratio(
                                        sums.controlSum()[i] * sums.treated()[i],
                                        sums.control()[i]));
        return new Curve(sums.rows(), y);
    }

    /** {@code (Y_t / N_t − Y_c / N_c) (N_t + N_c)} over the rows targeted. */
    public static Curve upliftCurve(Experiment experiment, Ranking ranking) {
        return upliftCurve(Prefixes.of(experiment, ranking));
    }

    static Curve upliftCurve(Prefixes sums) {
        double[] y = new double[sums.points()];
        Arrays.setAll(
                y,
                i ->
                        (ratio(sums.treatedSum()[i], sums.treated()[i])
                                        - ratio(sums.controlSum()[i], sums.control()[i]))
                                * sums.rows(i));
        return new Curve(sums.rows(), y);
    }

    /** Treated orders first, control orders last: what {@link #qini} takes as perfect. */
    public static Ranking perfectForQini(Experiment experiment) {
        return by(experiment, (outcome, treated) -> outcome * treated - outcome * (1 - treated));
    }

    /** What {@link #auuc} takes as perfect. */
    public static Ranking perfectForAuuc(Experiment experiment) {
        double controlOrders = weight(experiment, row -> orders(experiment, row, 1, 0));
        double treatedWithout = weight(experiment, row -> orders(experiment, row, 0, 1));
        boolean byOutcome = controlOrders > treatedWithout;
        return by(
                experiment,
                (outcome, treated) ->
                        2 * (outcome == treated ? 1 : 0) + (byOutcome ? outcome : treated));
    }

    /** {@code qini.sklift}: {@code qini_auc_score} with negative effects. */
    public static double qini(Experiment experiment, Ranking ranking) {
        return qiniCurve(experiment, ranking).areaOverDiagonal()
                / qiniCurve(experiment, perfectForQini(experiment)).areaOverDiagonal();
    }

    /**
     * {@code qini_auc_score} without negative effects: a perfect ranking gains the whole effect
     * from as many rows as the effect is orders.
     *
     * @throws IllegalArgumentException if the overall effect is negative, where this is undefined
     */
    public static double qiniWithoutNegativeEffects(Experiment experiment, Ranking ranking) {
        Curve curve = qiniCurve(experiment, ranking);
        double rows = curve.x()[curve.x().length - 1];
        double effect = curve.y()[curve.y().length - 1];
        if (effect < 0) {
            throw new IllegalArgumentException(
                    "overall effect (%s orders) must not be negative.".formatted(effect));
        }
        Curve perfect = new Curve(new double[] {0, effect, rows}, new double[] {0, effect, effect});
        return curve.areaOverDiagonal() / perfect.areaOverDiagonal();
    }

    /** {@code uplift.sklift}: {@code uplift_auc_score}. */
    public static double auuc(Experiment experiment, Ranking ranking) {
        return upliftCurve(experiment, ranking).areaOverDiagonal()
                / upliftCurve(experiment, perfectForAuuc(experiment)).areaOverDiagonal();
    }

    private static boolean orders(Experiment experiment, int row, double outcome, int treated) {
        return experiment.compared(row)
                && experiment.treated(row) == (treated == 1)
                && experiment.outcome()[row] == outcome;
    }

    private static double weight(Experiment experiment, IntPredicate rows) {
        double sum = 0;
        for (int row = 0; row < experiment.rows(); row++) {
            sum += rows.test(row) ? experiment.weight()[row] : 0;
        }
        return sum;
    }

    private static Ranking by(Experiment experiment, DoubleBinaryOperator score) {
        double[] scores = new double[experiment.rows()];
        Arrays.setAll(
                scores,
                row ->
                        score.applyAsDouble(
                                experiment.outcome()[row], experiment.treated(row) ? 1 : 0));
        return Ranking.by(scores);
    }

    private static double ratio(double sum, double weight) {
        return weight == 0 ? 0 : sum / weight;
    }
}
