package dev.marginal.optimizer;

import java.util.Arrays;

/**
 * What any budget earns: the best value against the spend, concave, as its corners.
 *
 * <p>At a corner the value is that of the best plan, one in whole customers. Between two corners a
 * plan earns what the straight line says, give or take one send; the best earns more by less than a
 * thousandth of the step from corner to corner.
 *
 * @param spend in currency, rising from 0
 * @param value in currency, one per corner
 * @param price what the next unit of currency earns from each corner on; falls, 0 at the last
 */
public record BudgetCurve(double[] spend, double[] value, double[] price) {
    /** The value that a budget earns; flat beyond the last corner. */
    public double valueAt(double budget) {
        int corner = cornerAt(budget);
        double beyond = Math.max(0, budget - spend[corner]);
        return corner == spend.length - 1 ? value[corner] : value[corner] + price[corner] * beyond;
    }

    /** What one more unit of currency earns at a budget. */
    public double priceAt(double budget) {
        return price[cornerAt(budget)];
    }

    /** The spend beyond which nothing is earned. */
    public double plateau() {
        return spend[spend.length - 1];
    }

    private int cornerAt(double budget) {
        int found = Arrays.binarySearch(spend, budget);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
