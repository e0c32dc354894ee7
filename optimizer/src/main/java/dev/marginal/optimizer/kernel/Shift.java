package dev.marginal.optimizer.kernel;

import java.util.stream.IntStream;

/**
 * How far reduced values can have moved from an anchor to anywhere in a box of prices: by cell for
 * offers that are worth and cost what they did, one by one for all others.
 */
final class Shift {
    private static final double ROUNDING = 1 + 0x1p-30;

    private final Columns before;
    private final Columns now;
    private final Rates ratesBefore;
    private final Rates ratesNow;
    private final Rates reach;
    private final int[] changed;
    private final long changedBits;
    private final double[][] up;
    private final double[][] down;

    private Shift(Columns before, Columns now, Rates ratesBefore, Rates ratesNow, Rates reach) {
        this.before = before;
        this.now = now;
        this.ratesBefore = ratesBefore;
        this.ratesNow = ratesNow;
        this.reach = reach;
        this.changed =
                IntStream.range(0, now.offers())
                        .filter(
                                offer ->
                                        now.value()[offer] != before.value()[offer]
                                                || now.cost()[offer] != before.cost()[offer])
                        .toArray();
        this.changedBits = IntStream.of(changed).mapToLong(offer -> 1L << offer).sum();
        int cells = ratesNow.alpha()[0].length;
        this.up = new double[cells][3];
        this.down = new double[cells][3];
        for (int cell = 0; cell < cells; cell++) {
            for (int offer = 0; offer < now.offers(); offer++) {
                if ((changedBits >>> offer & 1) == 0) {
                    widen(cell, offer);
                }
            }
        }
    }

    static Shift of(Anchor anchor, Instance other, double[] middle, double[] radius) {
        return new Shift(
                anchor.instance().columns(),
                other.columns(),
                other.ratesOf(anchor.instance(), anchor.prices()),
                other.rates(middle),
                other.reach(radius));
    }

    private void widen(int cell, int offer) {
        double alpha = ratesNow.alpha()[offer][cell] - ratesBefore.alpha()[offer][cell];
        double beta = ratesBefore.beta()[offer][cell] - ratesNow.beta()[offer][cell];
        double gamma = ratesBefore.gamma()[offer][cell] - ratesNow.gamma()[offer][cell];
        double far = Math.abs(alpha) + reach.alpha()[offer][cell];
        widen(up[cell], far, beta + reach.beta()[offer][cell], gamma + reach.gamma()[offer][cell]);
        widen(
                down[cell],
                far,
                reach.beta()[offer][cell] - beta,
                reach.gamma()[offer][cell] - gamma);
    }

    private static void widen(double[] side, double value, double cost, double send) {
        side[0] = Math.max(side[0], value);
        side[1] = Math.max(side[1], cost);
        side[2] = Math.max(side[2], send);
    }

    /**
     * The most that any other set can have won against a customer's, in micro-units; infinite where
     * the set is not open any more.
     */
    double most(int customer, long set, double mostCost, double mostValue) {
        double[] rise = up[now.cell()[customer]];
        double[] fall = down[now.cell()[customer]];
        if (changedBits == 0) {
            return ROUNDING
                    * ((rise[0] + fall[0]) * mostValue
                            + (rise[1] + fall[1]) * mostCost
                            + (rise[2] + fall[2]));
        }
        double most = rise[0] * mostValue + rise[1] * mostCost + rise[2];
        double least = fall[0] * mostValue + fall[1] * mostCost + fall[2];
        for (int offer : changed) {
            if (!now.allows(offer, customer)) {
                if ((set >>> offer & 1) != 0) {
                    return Double.POSITIVE_INFINITY;
                }
            } else if (!before.allows(offer, customer)) {
                return Double.POSITIVE_INFINITY;
            } else {
                double moved = moved(offer, customer);
                double far = far(offer, customer);
                most = Math.max(most, moved + far);
                least = Math.max(least, far - moved);
            }
        }
        return ROUNDING * (most + least);
    }

    private double moved(int offer, int customer) {
        return now.reduced(ratesNow, offer, customer)
                - before.reduced(ratesBefore, offer, customer, now.cell()[customer]);
    }

    private double far(int offer, int customer) {
        int cell = now.cell()[customer];
        return reach.alpha()[offer][cell] * Math.abs(Columns.micros(now.value()[offer][customer]))
                + reach.beta()[offer][cell] * Columns.micros(now.cost()[offer][customer])
                + reach.gamma()[offer][cell];
    }
}
