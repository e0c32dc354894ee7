package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;

/** Customers whose dual a search walks down, wherever their rows are kept. */
interface Many {
    /** Their limits. */
    Instance instance();

    /** How many. */
    int rows();

    /** What they may use of a row at most, or have to use at least, by the price's sign. */
    double side(int row, double price);

    /** The dual, counting its curvature on the way. */
    Evaluation at(double[] prices, Curvature curvature);

    /** Those whose choice may change in a box of prices, all others being a constant. */
    Narrowed unsettled(double[] middle, double[] radius);

    /** The dual of these prices where the best choices add up to this. */
    default double dual(double[] prices, Sums total) {
        long[] use = instance().use(total);
        double dual = total.totalValue();
        for (int row = 0; row < use.length; row++) {
            if (prices[row] != 0) {
                dual += prices[row] * (side(row, prices[row]) - use[row]);
            }
        }
        return dual;
    }

    /** The dual of these prices, its choices not being told apart. */
    default Evaluation evaluation(double[] prices, Sums total) {
        return new Evaluation(prices, dual(prices, total), total, new Sums[] {total});
    }

    /**
     * Who is left to look at.
     *
     * @param crowd those whose choice may change
     * @param choices best sets in the middle of the box, of everyone that the crowd's numbers count
     */
    record Narrowed(Crowd crowd, long[] choices) {}
}
