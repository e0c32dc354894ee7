package dev.marginal.benchmarks.statistics;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Interval;
import org.apache.commons.math3.distribution.BetaDistribution;

/** How often something happened, as an estimate of its probability. */
public final class Proportion {
    private static final double TAIL = 0.025;

    private Proportion() {}

    /**
     * The share with its 95 % interval, which covers at least as often as it says (Clopper and
     * Pearson 1934, <a
     * href="https://doi.org/10.1093/biomet/26.4.404">doi:10.1093/biomet/26.4.404</a>).
     */
    public static Interval of(int happened, int times) {
        Requires.positive(times, "times");
        Requires.require(happened >= 0 && happened <= times, "happened", happened, "0 to " + times);
        double low = happened == 0 ? 0 : quantile(happened, times - happened + 1, TAIL);
        double high = happened == times ? 1 : quantile(happened + 1, times - happened, 1 - TAIL);
        return new Interval((double) happened / times, low, high);
    }

    private static double quantile(double a, double b, double probability) {
        return new BetaDistribution(null, a, b).inverseCumulativeProbability(probability);
    }
}
