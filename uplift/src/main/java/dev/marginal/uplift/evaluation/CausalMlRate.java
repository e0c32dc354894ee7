package dev.marginal.uplift.evaluation;

/**
 * Rank-weighted average effects as causalml computes them, from differences of means: {@code
 * autoc.causalml} and {@code qini.causalml.rate}.
 *
 * <p>TOC(q) is the lift among the best share q minus the overall lift, 0 where an arm is still
 * empty. It is averaged at the middles between rows with weights 1 / q or q that add up to one, so
 * that neither is {@link RankAverage}'s: this autoc is all but decided by the first few rows, and
 * this qini is about twice as large. Rows of a tie come evenly. They stand here to be compared
 * with; evaluations do not use them.
 *
 * @see <a href="https://causalml.readthedocs.io">causalml</a>
 */
public final class CausalMlRate {
    private CausalMlRate() {}

    /** Weights 1 / q. */
    public static double autoc(Experiment experiment, Ranking ranking) {
        return weighted(Prefixes.of(experiment, ranking), q -> 1 / q);
    }

    /** Weights q. */
    public static double qini(Experiment experiment, Ranking ranking) {
        return weighted(Prefixes.of(experiment, ranking), q -> q);
    }

    /** The lift among the best share of the rows (the nearest whole number) minus the overall. */
    public static double toc(Experiment experiment, Ranking ranking, double share) {
        Prefixes sums = Prefixes.of(experiment, ranking);
        double[] rows = sums.rows();
        double reached = Math.rint(rows[sums.last()] * share);
        return Prefixes.at(toc(sums), Prefixes.place(rows, reached));
    }

    private interface Weight {
        double at(double share);
    }

    private static double weighted(Prefixes sums, Weight weight) {
        double[] toc = toc(sums);
        double all = sums.rows(sums.last());
        double sum = 0;
        double weights = 0;
        for (int point = 1; point < toc.length; point++) {
            double before = sums.rows(point - 1);
            int rows = (int) Math.ceil(sums.rows(point) - before);
            for (int row = 0; row < rows; row++) {
                double middle = (row + 0.5) / rows;
                double here = weight.at((before + middle * (sums.rows(point) - before)) / all);
                sum += here * Prefixes.at(toc, point - 1 + middle);
                weights += here;
            }
        }
        return sum / weights;
    }

    private static double[] toc(Prefixes sums) {
        double[] toc = new double[sums.points()];
        for (int point = 1; point < toc.length; point++) {
            boolean both = sums.treated()[point] > 0 && sums.control()[point] > 0;
            toc[point] = both ? sums.lift(point) - sums.lift(sums.last()) : 0;
        }
        return toc;
    }
}
