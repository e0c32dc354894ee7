package dev.marginal.optimizer.whole;

import dev.marginal.optimizer.kernel.Chooser;
import dev.marginal.optimizer.kernel.Choosers;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import java.util.Arrays;

/**
 * Sends that every plan better than a known one has, and sends that none has.
 *
 * <p>If forcing a send (or its absence) on its customer costs so much reduced value that the dual
 * falls below the known plan's value, no better plan does so.
 *
 * @param in per customer, the offers sent for certain
 * @param out per customer, the offers not sent for certain
 */
public record Fixed(long[] in, long[] out) {
    private static final double MARGIN = 4;

    /** Nothing is certain. */
    public static Fixed nothing(Instance instance) {
        return new Fixed(new long[instance.customers()], new long[instance.customers()]);
    }

    /**
     * What prices and a plan make certain; the plan itself has it all.
     *
     * @param room the bound at the prices less the plan's value, in micro-units; the bound may have
     *     been rounded down to the grain of values
     */
    public static Fixed by(Instance instance, double[] prices, long room) {
        Fixed fixed = nothing(instance);
        Rates rates = instance.rates(prices);
        Choosers choosers = Choosers.of(instance.families());
        double[] reduced = new double[instance.columns().offers()];
        double whole = MARGIN + instance.valueGrain() + room;
        for (int customer = 0; customer < instance.customers(); customer++) {
            instance.columns().reduce(rates, customer, reduced);
            Chooser chooser = choosers.of(instance.columns(), customer);
            fixed.decide(customer, reduced, chooser, whole);
        }
        return fixed;
    }

    private void decide(int customer, double[] reduced, Chooser chooser, double room) {
        double best = worth(chooser.choose(reduced), reduced);
        for (int offer = 0; offer < reduced.length; offer++) {
            double own = reduced[offer];
            if (Double.isNaN(own)) {
                continue;
            }
            reduced[offer] = Double.NaN;
            double without = worth(chooser.choose(reduced), reduced);
            reduced[offer] = own;
            if (best - without > room) {
                in[customer] |= 1L << offer;
            } else if (best - with(offer, reduced, chooser) > room) {
                out[customer] |= 1L << offer;
            }
        }
    }

    /** The best set that holds the offer: found by making the offer irresistible for a moment. */
    private static double with(int offer, double[] reduced, Chooser chooser) {
        double own = reduced[offer];
        double all = Arrays.stream(reduced).filter(r -> r > 0).sum();
        reduced[offer] = 2 * all + 1;
        long set = chooser.choose(reduced);
        reduced[offer] = own;
        boolean possible = (set >>> offer & 1) != 0;
        return possible ? worth(set, reduced) : Double.NEGATIVE_INFINITY;
    }

    private static double worth(long set, double[] reduced) {
        double worth = 0;
        for (long left = set; left != 0; left &= left - 1) {
            worth += reduced[Long.numberOfTrailingZeros(left)];
        }
        return worth;
    }
}
