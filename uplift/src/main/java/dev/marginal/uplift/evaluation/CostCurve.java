package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * What the best rows earn over what they cost: names beginning with {@code aucc.}. Rows should be
 * ranked by predicted return over predicted cost; random is near 0.5.
 *
 * <p>Both are increments {@code Y_t / N_t − Y_c / N_c} with whole-sample counts, over their totals.
 */
public final class CostCurve {
    /** How many levels of cost the experiments of DFCL take. */
    public static final int LEVELS = 200;

    private CostCurve() {}

    /**
     * {@code aucc.trapezoid}: the area under return over cost (Du, Lee and Ghaffarizadeh 2019, <a
     * href="https://arxiv.org/abs/2004.09702">arXiv:2004.09702</a>).
     *
     * @param returns the experiment with the return as outcome
     * @param costs the same rows with the cost as outcome
     */
    public static double area(Experiment returns, Experiment costs, Ranking ranking) {
        return area(Prefixes.of(returns, ranking), Prefixes.of(costs, ranking));
    }

    static double area(Prefixes returns, Prefixes costs) {
        return new Curve(shares(costs), shares(returns)).area();
    }

    /**
     * {@code aucc.dfcl}: the mean return at levels of cost, as the code of DFCL computes it: the
     * return is recorded at the first row where the cost passes the next of {@code levels} equal
     * levels, one level per row at most, and at the last row; the sum is divided by one more than
     * the levels, however few were recorded. Rows of a tie come evenly (2024, <a
     * href="https://arxiv.org/abs/2407.13664">arXiv:2407.13664</a>).
     */
    public static double dfcl(Experiment returns, Experiment costs, Ranking ranking, int levels) {
        Prefixes ofCosts = Prefixes.of(costs, ranking);
        return dfcl(Prefixes.of(returns, ranking), ofCosts, levels);
    }

    static double dfcl(Prefixes returns, Prefixes costs, int levels) {
        double[] earned = shares(returns);
        double[] spent = shares(costs);
        double sum = 0;
        int passed = 0;
        for (int point = 1; point < spent.length; point++) {
            int rows = (int) Math.ceil(costs.rows(point) - costs.rows(point - 1));
            for (int row = 1; row <= rows && passed < levels - 1; row++) {
                double place = point - 1 + (double) row / rows;
                if (Prefixes.at(spent, place) >= (passed + 1.0) / levels) {
                    sum += Prefixes.at(earned, place);
                    passed++;
                }
            }
        }
        return (sum + 1) / (levels + 1);
    }

    private static double[] shares(Prefixes sums) {
        double[] values = new double[sums.points()];
        Arrays.setAll(values, point -> increment(sums, point) / increment(sums, sums.last()));
        return values;
    }

    private static double increment(Prefixes sums, int point) {
        int last = sums.last();
        return sums.treatedSum()[point] / sums.treated()[last]
                - sums.controlSum()[point] / sums.control()[last];
    }
}
