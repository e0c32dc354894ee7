package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;

/**
 * What prices prove, rounded outwards.
 *
 * <p>The choices' values and uses are exact whole numbers; two roundings remain. The sum over the
 * limits is off by a few units in the last place of its terms. A customer's choice may be the
 * second best by the rounding of reduced values, a few units in the last place of the largest of
 * them. Both are added many times over; a plan's value being a whole number of micro-units, the sum
 * is rounded down to one.
 *
 * @param micros no plan is worth more; with the limits rounded to what sends can add up to
 * @param statedMicros the same with the limits as they were given
 * @param prices the prices, signed, one per row
 */
public record Bound(long micros, long statedMicros, double[] prices) {
    private static final double UNIT = 0x1p-50;

    /** What these prices prove. */
    public static Bound at(double[] prices, Instance instance, Workers workers) {
        Columns columns = instance.columns();
        Rates rates = instance.rates(prices);
        Sums sums =
                new Pass(columns, instance.personal(), workers)
                        .sums(rates, new int[] {columns.rows()})[0];
        long[] use = instance.use(sums);
        double slack = slack(instance, rates);
        double tight = sums.totalValue();
        double stated = sums.totalValue();
        for (int row = 0; row < prices.length; row++) {
            if (prices[row] != 0) {
                Limit.Shared limit = instance.shared().get(row);
                boolean ceiling = prices[row] > 0;
                long near = ceiling ? instance.most(row) : instance.least(row);
                long far = ceiling ? limit.most() : limit.least();
                tight += prices[row] * (near - use[row]);
                stated += prices[row] * (far - use[row]);
                slack += UNIT * Math.abs(prices[row]) * ((double) far + use[row]);
            }
        }
        slack += UNIT * Math.abs(sums.totalValue());
        return new Bound((long) Math.floor(tight + slack), up(stated + slack), prices);
    }

    private static long up(double micros) {
        return (long) Math.ceil(micros);
    }

    private static double slack(Instance instance, Rates rates) {
        double largest = 0;
        for (int offer = 0; offer < instance.columns().offers(); offer++) {
            double value = largest(instance.columns().value()[offer]);
            double cost = largest(instance.columns().cost()[offer]);
            largest +=
                    value
                            + Math.abs(rates.beta()[offer]) * cost
                            + Math.abs(rates.gamma()[offer]) / 1e6;
        }
        return UNIT * largest * 1e6 * instance.customers();
    }

    private static double largest(float[] column) {
        float largest = 0;
        for (float number : column) {
            largest = Math.max(largest, Float.isNaN(number) ? 0 : Math.abs(number));
        }
        return largest;
    }
}
