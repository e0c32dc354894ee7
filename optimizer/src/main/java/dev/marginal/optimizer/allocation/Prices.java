package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;

/**
 * Cleans prices before they are believed: a limit that does not bind has none.
 *
 * @param sizes for each row, the order of magnitude of any price it may have
 */
record Prices(Instance instance, double[] sizes, Workers workers) {
    private static final double DUST = 1e-9;

    /** The bound at these prices without their dust, or with it where that is better. */
    Bound bound(double[] prices) {
        double[] signed = prices.clone();
        double[] clean = prices.clone();
        boolean dusty = false;
        for (int row = 0; row < prices.length; row++) {
            boolean priced = prices[row] > 0 ? instance.hasCeiling(row) : instance.hasFloor(row);
            signed[row] = priced ? prices[row] : 0;
            clean[row] = Math.abs(signed[row]) > DUST * sizes[row] ? signed[row] : 0;
            dusty |= clean[row] != signed[row];
        }
        Bound bound = Bound.at(clean, instance, workers);
        if (!dusty) {
            return bound;
        }
        Bound exact = Bound.at(signed, instance, workers);
        long tolerated = Math.abs(exact.micros() / 1_000_000_000);
        return bound.micros() <= exact.micros() + tolerated ? bound : exact;
    }
}
