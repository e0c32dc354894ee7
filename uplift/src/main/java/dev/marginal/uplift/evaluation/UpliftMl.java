package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * The metrics of upliftml, in bins of equal count: names ending in {@code .upliftml}.
 *
 * <p>The curve is the difference of means among the best rows times their share, per customer in
 * outcome units; the Qini is its area minus half the average effect. A tie at a bin's end belongs
 * whole to the better bin.
 *
 * @see <a href="https://github.com/bookingcom/upliftml">upliftml</a>
 */
public final class UpliftMl {
    /** How many bins upliftml takes. */
    public static final int BINS = 30;

    private UpliftMl() {}

    /** {@code auuc.upliftml}: the area under the curve over the share of rows. */
    public static double auuc(Experiment experiment, Ranking ranking) {
        return auuc(Prefixes.of(experiment, ranking));
    }

    static double auuc(Prefixes sums) {
        return curve(sums).area();
    }

    /** {@code qini.upliftml}: the same minus that of the straight line. */
    public static double qini(Experiment experiment, Ranking ranking) {
        return qini(Prefixes.of(experiment, ranking));
    }

    static double qini(Prefixes sums) {
        return curve(sums).areaOverDiagonal();
    }

    private static Curve curve(Prefixes sums) {
        double[] rows = sums.rows();
        double all = rows[sums.last()];
        int[] points =
                Arrays.stream(EqualBins.ends(all, BINS))
                        .mapToInt(end -> (int) Math.ceil(Prefixes.place(rows, end)))
                        .toArray();
        double[] x = Arrays.stream(points).mapToDouble(point -> rows[point] / all).toArray();
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> points[i] == 0 ? 0 : sums.lift(points[i]) * x[i]);
        return new Curve(x, y);
    }
}
