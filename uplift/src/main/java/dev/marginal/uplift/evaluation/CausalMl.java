package dev.marginal.uplift.evaluation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The metrics of causalml: names ending in {@code .causalml}.
 *
 * <p>Heights are averaged over every row, not integrated; normalised ones are divided by the
 * absolute height at the end, so they mean little when the overall effect is near zero. Where no
 * control (or no treated) row has come yet, heights are interpolated. causalml itself does not
 * group ties: {@link Ranking#withoutTies} reproduces its values.
 *
 * @see <a href="https://causalml.readthedocs.io">causalml</a>
 */
public final class CausalMl {
    private CausalMl() {}

    /** {@code auuc.causalml}: mean gain over |overall gain|; random is 0.5. */
    public static double auuc(Experiment experiment, Ranking ranking) {
        return auuc(Prefixes.of(experiment, ranking));
    }

    static double auuc(Prefixes sums) {
        return normalised(gainCurve(sums)).meanOverRows();
    }

    /** The mean gain, in outcome units times rows. */
    public static double rawAuuc(Experiment experiment, Ranking ranking) {
        return gainCurve(experiment, ranking).meanOverRows();
    }

    /** {@code qini.causalml}: mean height over the diagonal, over |height at the end|. */
    public static double qini(Experiment experiment, Ranking ranking) {
        return qini(Prefixes.of(experiment, ranking));
    }

    static double qini(Prefixes sums) {
        return meanOverDiagonal(normalised(qiniCurve(sums)));
    }

    /** The mean height of the Qini curve over its diagonal, in outcome units. */
    public static double rawQini(Experiment experiment, Ranking ranking) {
        return meanOverDiagonal(qiniCurve(experiment, ranking));
    }

    /** {@code (Y_t / N_t − Y_c / N_c) k} over the k rows targeted. */
    public static Curve gainCurve(Experiment experiment, Ranking ranking) {
        return gainCurve(Prefixes.of(experiment, ranking));
    }

    private static Curve gainCurve(Prefixes sums) {
        double[] lift = interpolated(sums, sums::lift);
        double[] gain = new double[lift.length];
        Arrays.setAll(gain, point -> lift[point] * sums.rows(point));
        return new Curve(sums.rows(), gain);
    }

    /** {@code Y_t − Y_c N_t / N_c} over the rows targeted. */
    public static Curve qiniCurve(Experiment experiment, Ranking ranking) {
        return qiniCurve(Prefixes.of(experiment, ranking));
    }

    private static Curve qiniCurve(Prefixes sums) {
        IntToDoubleFunction height =
                point ->
                        sums.treatedSum()[point]
                                - sums.controlSum()[point]
                                        * sums.treated()[point]
                                        / sums.control()[point];
        return new Curve(sums.rows(), interpolated(sums, height));
    }

    /** Heights from (0, 0), straight over the points where {@code height} is undefined. */
    private static double[] interpolated(Prefixes sums, IntToDoubleFunction height) {
        double[] heights = new double[sums.points()];
        Arrays.setAll(heights, height);
        heights[0] = 0;
        int first = 1;
        while (first < sums.last() && Double.isNaN(heights[first])) {
            first++;
        }
        for (int point = 1; point < first; point++) {
            heights[point] = heights[first] * sums.rows(point) / sums.rows(first);
        }
        return heights;
    }

    private static Curve normalised(Curve curve) {
        double end = Math.abs(curve.y()[curve.y().length - 1]);
        return new Curve(curve.x(), Arrays.stream(curve.y()).map(y -> y / end).toArray());
    }

    private static double meanOverDiagonal(Curve curve) {
        return curve.meanOverRows() - curve.y()[curve.y().length - 1] / 2;
    }
}
