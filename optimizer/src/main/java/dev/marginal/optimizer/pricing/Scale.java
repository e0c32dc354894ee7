package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;

/**
 * Sizes that make the numbers of a linear program about one.
 *
 * @param value of the whole objective, in micro-units
 * @param price of each row: the value over what the row could be used
 */
record Scale(double value, double[] price) {
    /** From the free choices of the customers, and from all values where nothing is worth it. */
    static Scale of(Instance instance, Crowd all) {
        Sums free = Sums.none(instance.columns().offers());
        for (Sums group : all.at(new double[instance.rows()]).groups()) {
            free.add(group);
        }
        double value = Math.max(free.totalValue(), meanWorth(instance.columns()));
        long[] use = instance.use(free);
        double[] price = new double[use.length];
        for (int row = 0; row < price.length; row++) {
            double most = instance.hasCeiling(row) ? instance.most(row) : 0;
            double size = Math.max(use[row], Math.max(instance.least(row), most == 0 ? 1 : 0));
            price[row] = value / Math.max(1, size == 0 ? most : size);
        }
        return new Scale(value, price);
    }

    /** The same prices for a part of the customers. */
    Scale times(double share) {
        return new Scale(value * share, price);
    }

    /** Prices in a direction of growth: no row's price ever needs to leave this box. */
    static Box signs(Instance instance) {
        double[] low = new double[instance.rows()];
        double[] high = new double[instance.rows()];
        for (int row = 0; row < low.length; row++) {
            low[row] = instance.hasFloor(row) ? Double.NEGATIVE_INFINITY : 0;
            high[row] = instance.hasCeiling(row) ? Double.POSITIVE_INFINITY : 0;
        }
        return new Box(low, high);
    }

    /** What one offer would add up to in absolute value, on average over the offers. */
    private static double meanWorth(Columns columns) {
        double worth = 0;
        for (float[] column : columns.value()) {
            for (float value : column) {
                worth += Float.isNaN(value) ? 0 : Math.abs(value);
            }
        }
        return Math.max(1, worth * 1e6 / columns.offers());
    }
}
