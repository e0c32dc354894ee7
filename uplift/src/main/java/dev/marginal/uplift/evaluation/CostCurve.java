package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * What the best rows earn over what they cost: {@code aucc.trapezoid} (Du, Lee and Ghaffarizadeh
 * 2019, <a href="https://arxiv.org/abs/2004.09702">arXiv:2004.09702</a>).
 */
public final class CostCurve {
    private CostCurve() {}

    /**
     * The area under incremental return over incremental cost, both as shares of their totals;
     * random is near 0.5.
     *
     * @param returns the experiment with the return as outcome
     * @param costs the same rows with the cost as outcome
     */
    public static double area(Experiment returns, Experiment costs, Ranking ranking) {
        return new Curve(incremental(costs, ranking), incremental(returns, ranking)).area();
    }

    /** {@code Y_t / N_t − Y_c / N_c} with whole-sample counts, over its total. */
    private static double[] incremental(Experiment experiment, Ranking ranking) {
        Prefixes sums = Prefixes.of(experiment, ranking);
        int last = sums.last();
        double[] values = new double[sums.points()];
        Arrays.setAll(
                values,
                point ->
                        (sums.treatedSum()[point] / sums.treated()[last]
                                        - sums.controlSum()[point] / sums.control()[last])
                                / sums.lift(last));
        return values;
    }
}
