package dev.marginal.scenarios.explanation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Chooser;
import dev.marginal.optimizer.kernel.PersonalLimits;
import java.util.List;

/**
 * The best that one customer may get at given worths.
 *
 * <p>An offer's lead is the worth of the best set with it, less that of the best set without: it is
 * chosen where the lead is above zero, and the lead is how much that decision is worth.
 */
final class BestSets {
    private static final double NEVER = -1;

    private final Chooser chooser;
    private final int offers;
    private final long open;

    /**
     * Sets within these limits.
     *
     * @param open the offers that may be sent at all, as bits
     */
    BestSets(List<Limit.Personal> limits, int offers, long open) {
        this.chooser = PersonalLimits.of(limits, offers).chooser();
        this.offers = offers;
        this.open = open;
    }

    /** The best set. */
    long best(double[] worth) {
        return chooser.choose(opened(worth));
    }

    /** The best set that has this offer; one without it where there is none. */
    long with(int offer, double[] worth) {
        double[] pushed = opened(worth);
        if ((open >>> offer & 1) != 0) {
            double more = 1;
            for (double one : pushed) {
                more += Math.abs(one);
            }
            pushed[offer] += 2 * more;
        }
        return chooser.choose(pushed);
    }

    /** The best set that does not have it. */
    long without(int offer, double[] worth) {
        double[] barred = opened(worth);
        barred[offer] = NEVER;
        return chooser.choose(barred);
    }

    /** Whether some set has it. */
    boolean admits(int offer) {
        return (with(offer, new double[offers]) >>> offer & 1) != 0;
    }

    /** Expects an offer that some set has. */
    double lead(int offer, double[] worth) {
        return sum(with(offer, worth), worth) - sum(without(offer, worth), worth);
    }

    static double sum(long set, double[] worth) {
        double sum = 0;
        for (long left = set; left != 0; left &= left - 1) {
            sum += worth[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    private double[] opened(double[] worth) {
        double[] opened = worth.clone();
        for (int offer = 0; offer < offers; offer++) {
            if ((open >>> offer & 1) == 0) {
                opened[offer] = NEVER;
            }
        }
        return opened;
    }
}
