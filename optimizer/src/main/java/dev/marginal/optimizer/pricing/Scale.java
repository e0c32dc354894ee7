package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;

/**
 * Sizes that make the numbers of a linear program about one.
 *
 * @param value of the whole objective, in micro-units
 * @param price of each row: the value over what the row could be used
 * @param least no plan is worth less; a dual below it says that there is none, and the prices need
 *     not grow for ever
 */
record Scale(double value, double[] price, double least) {
    /** From the free choices of the customers, and from all values where nothing is worth it. */
    static Scale of(Instance instance, Crowd all) {
        Sums free = instance.noSums();
        for (Sums group : all.at(new double[instance.rows()]).groups()) {
            free.add(group);
        }
        double worth = worth(instance.columns());
        double value = Math.max(free.totalValue(), worth / instance.columns().offers());
        long[] use = instance.use(free);
        double[] price = new double[use.length];
        for (int row = 0; row < price.length; row++) {
            double most = instance.hasCeiling(row) ? instance.most(row) : 0;
            double least = instance.hasFloor(row) ? instance.least(row) : 0;
            double size = Math.max(Math.abs(use[row]), Math.max(least, most == 0 ? 1 : 0));
            price[row] = value / Math.max(1, size == 0 ? most : size);
        }
        return new Scale(value, price, -2 * worth);
    }

    /** The same prices for a part of the customers. */
    Scale times(double share) {
        return new Scale(value * share, price, least * share);
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

    /** What all sends together would add up to in absolute value, in micro-units. */
    private static double worth(Columns columns) {
        double worth = 0;
        for (float[] column : columns.value()) {
            for (float value : column) {
                worth += Float.isNaN(value) ? 0 : Math.abs(value);
            }
        }
        return Math.max(1, worth * 1e6);
    }
}
