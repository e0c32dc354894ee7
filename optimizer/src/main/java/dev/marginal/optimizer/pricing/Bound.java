package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;

/**
 * What prices prove, rounded outwards.
 *
 * <p>The choices' values and uses are exact whole numbers; three roundings remain. The sum over the
 * limits is off by a few units in the last place of its terms. A customer's choice may be the
 * second best by the rounding of reduced values, a few units in the last place of the largest of
 * them, and by the 2<sup>-46</sup> that the kernel's comparison leaves out. All are added several
 * times over; a plan's value being a multiple of what all values are multiples of, and of a
 * micro-unit at least, the sum is rounded down to one.
 *
 * @param micros no plan is worth more; with the limits rounded to what sends can add up to
 * @param statedMicros the same with the limits as they were given
 * @param prices the prices, signed, one per row
 */
public record Bound(long micros, long statedMicros, double[] prices) {
    private static final double UNIT = 0x1p-50;
    private static final double COMPARISON = 0x1p-45;

    /** What these prices prove; one pass over all customers. */
    public static Bound at(double[] prices, Instance instance, Workers workers) {
        Sums sums = new Pass(instance, instance.columns(), workers).sums(instance.rates(prices));
        return of(prices, instance, sums);
    }

    /** What the dual proves that everyone's choices add up to. */
    public static Bound of(Evaluation dual, Instance instance) {
        return of(dual.prices(), instance, dual.total());
    }

    private static Bound of(double[] prices, Instance instance, Sums sums) {
        long[] use = instance.use(sums);
        double value = sums.totalValue();
        double reduced = value;
        double tight = value;
        double stated = value;
        double slack = slack(instance, instance.rates(prices)) + UNIT * Math.abs(value);
        for (int row = 0; row < prices.length; row++) {
            if (prices[row] != 0) {
                Limit.Shared limit = instance.shared().get(row);
                long near = instance.side(row, prices[row]);
                long far = prices[row] > 0 ? limit.most() : limit.least();
                reduced -= prices[row] * use[row];
                tight += prices[row] * ((double) near - use[row]);
                stated += prices[row] * ((double) far - use[row]);
                slack +=
                        UNIT
                                * Math.abs(prices[row])
                                * (Math.abs((double) far) + Math.abs(use[row]));
            }
        }
        slack += COMPARISON * Math.abs(reduced);
        long grain = instance.valueGrain();
        long micros = Math.floorDiv((long) Math.floor(tight + slack), grain) * grain;
        return new Bound(micros, up(stated + slack), prices);
    }

    private static long up(double micros) {
        return (long) Math.ceil(micros);
    }

    private static double slack(Instance instance, Rates rates) {
        OfferBook book = instance.book();
        double largest = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            double one =
                    largest(rates.alpha()[offer]) * book.valueExtent(offer).largest()
                            + largest(rates.beta()[offer]) * book.costExtent(offer).largest()
                            + largest(rates.gamma()[offer]) / OfferBook.MICROS;
            for (int measure = 0; measure < book.measures().size(); measure++) {
                one +=
                        largest(rates.delta()[measure][offer])
                                * book.measureExtent(book.measures().get(measure).name(), offer)
                                        .largest();
            }
            largest += one;
        }
        return UNIT * largest * OfferBook.MICROS * instance.everyone();
    }

    private static double largest(double[] rates) {
        double largest = 0;
        for (double rate : rates) {
            largest = Math.max(largest, Math.abs(rate));
        }
        return largest;
    }
}
