package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * The metrics of upliftml, in bins of equal count: names ending in {@code .upliftml}.
 *
 * <p>The curve is the difference of means among the best rows times their share, per customer in
 * outcome units; the Qini is its area minus half the average effect.
 *
 * @see <a href="https://github.com/bookingcom/upliftml">upliftml</a>
 */
public final class UpliftMl {
    /** How many bins upliftml takes. */
    public static final int BINS = 30;

    private UpliftMl() {}

    /** {@code auuc.upliftml}: the area under the curve over the share of rows. */
    public static double auuc(Experiment experiment, Ranking ranking) {
        return curve(experiment, ranking).area();
    }

    /** {@code qini.upliftml}: the same minus that of the straight line. */
    public static double qini(Experiment experiment, Ranking ranking) {
        return curve(experiment, ranking).areaOverDiagonal();
    }

    private static Curve curve(Experiment experiment, Ranking ranking) {
        Prefixes sums = Prefixes.of(experiment, inBins(experiment, ranking));
        double all = sums.rows(sums.last());
        double[] x = Arrays.stream(sums.rows()).map(rows -> rows / all).toArray();
        double[] y = new double[x.length];
        Arrays.setAll(y, point -> point == 0 ? 0 : sums.lift(point) * x[point]);
        return new Curve(x, y);
    }

    /** Each row scored by its bin, so that the rows of a bin tie. */
    private static Ranking inBins(Experiment experiment, Ranking ranking) {
        int[] rows = UpliftAtShare.compared(experiment, ranking);
        double[] score = new double[experiment.rows()];
        Arrays.fill(score, Double.NaN);
        int[] ends = EqualBins.ends(rows.length, BINS);
        for (int bin = 0; bin < BINS; bin++) {
            for (int place = ends[bin]; place < ends[bin + 1]; place++) {
                score[rows[place]] = -bin;
            }
        }
        return Ranking.by(score);
    }
}
