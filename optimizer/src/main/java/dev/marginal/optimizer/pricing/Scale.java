package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;

/**
 * Sizes that make the numbers of a linear program about one.
 *
 * @param value of the whole objective, in micro-units
 * @param price of each row: the value over what the row could be used
 * @param unit of each row: what one send uses of it, about
 * @param least no plan is worth less; a dual below it says that there is none, and the prices need
 *     not grow for ever
 * @param customers how many the value belongs to
 */
record Scale(double value, double[] price, double[] unit, double least, int customers) {
    private static final double FARTHEST = 1e6;

    /** From the free choices of some customers, and from all values where nothing is worth it. */
    static Scale of(Instance instance, Crowd some) {
        Sums free = some.totalAt(new double[instance.rows()]).total();
        return of(instance, free, (double) instance.everyone() / Math.max(1, some.rows()));
    }

    /** From some choices of everyone. */
    static Scale of(Instance instance, Sums chosen) {
        return of(instance, chosen, 1);
    }

    private static Scale of(Instance instance, Sums free, double times) {
        double worth = worth(instance);
        double value = Math.max(times * free.totalValue(), worth / instance.book().offers().size());
        long[] use = instance.use(free);
        double[] price = new double[use.length];
        for (int row = 0; row < price.length; row++) {
            double most = instance.hasCeiling(row) ? Math.abs((double) instance.most(row)) : 0;
            double least = instance.hasFloor(row) ? Math.abs((double) instance.least(row)) : 0;
            double size = Math.max(times * Math.abs(use[row]), Math.max(least, most == 0 ? 1 : 0));
            price[row] = value / Math.max(1, size == 0 ? most : size);
        }
        double[] unit = instance.typicalUse(free);
        return new Scale(value, price, unit, -2 * worth, instance.everyone());
    }

    /** The same prices for a part of the customers. */
    Scale times(double share) {
        return new Scale(
                value * share, price, unit, least * share, (int) Math.ceil(customers * share));
    }

    /** What one customer is worth on average, in micro-units. */
    double perCustomer() {
        return value / customers;
    }

    /**
     * Where prices are looked for: above zero for ceilings, below for floors, and nowhere beyond a
     * million times their size; a row that allows nothing at all is as dear as its best send.
     */
    Box signs(Everyone everyone) {
        Instance instance = everyone.instance();
        double[] low = new double[instance.rows()];
        double[] high = new double[instance.rows()];
        for (int row = 0; row < low.length; row++) {
            double shut = instance.isShut(row) ? everyone.mostPerUnit(row) : 0;
            low[row] = instance.hasFloor(row) ? -FARTHEST * price[row] : shut;
            high[row] = instance.hasCeiling(row) ? FARTHEST * price[row] : 0;
            high[row] = shut > 0 ? shut : high[row];
        }
        return new Box(low, high);
    }

    /** What all sends together would add up to in absolute value, in micro-units. */
    private static double worth(Instance instance) {
        double worth = 0;
        for (int offer = 0; offer < instance.book().offers().size(); offer++) {
            worth += instance.book().valueExtent(offer).total();
        }
        return Math.max(1, worth * OfferBook.MICROS);
    }
}
