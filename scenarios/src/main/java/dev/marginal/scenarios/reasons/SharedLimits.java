package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.NotSent.Code;
import java.util.List;

/** What the shared limits charge a send at the plan's prices, and which of them have no room. */
final class SharedLimits {
    private static final String BUDGET = "budget";

    private final Instance instance;
    private final List<LimitUse> uses;
    private final boolean[] isBudget;
    private final double[] prices;
    private final int[] reasons;

    SharedLimits(Instance instance, List<LimitUse> uses, Catalogue catalogue) {
        this.instance = instance;
        this.uses = uses;
        this.isBudget = new boolean[uses.size()];
        this.prices = new double[uses.size()];
        this.reasons = new int[uses.size()];
        for (int row = 0; row < prices.length; row++) {
            Limit.Shared limit = uses.get(row).limit();
            isBudget[row] = isBudget(row, limit);
            prices[row] = uses.get(row).price() * limit.microsPerUnit();
            reasons[row] = catalogue.number(reason(limit, isBudget[row]));
        }
    }

    /** Micro-units of value for one unit of each limit. */
    double[] prices() {
        return prices;
    }

    /**
     * The reason of an offer that is not worth its prices: the budget where it is worth the others,
     * else the limit that charges most of these.
     */
    int tooDear(int offer, int customer, double reduced) {
        double budget = 0;
        double most = 0;
        int dearest = -1;
        int ofBudget = -1;
        for (int row : instance.rowsOf(customer, offer)) {
            double charge = prices[row] * instance.charge(row, offer, customer);
            if (isBudget[row]) {
                budget += charge;
                ofBudget = ofBudget < 0 ? row : ofBudget;
            } else if (charge > most) {
                most = charge;
                dearest = row;
            }
        }
        boolean budgetDecides = dearest < 0 || ofBudget >= 0 && reduced + budget > 0;
        return reasons[budgetDecides ? ofBudget : dearest];
    }

    /**
     * The reason of an offer that is worth its prices and leaves all personal limits: the first
     * limit that it does not fit in any more. A promise about uncertain costs is no sum; where it
     * alone is in the way, as well as where a plan is not quite the best, that is the limit which
     * charges most.
     */
    int noRoom(int offer, int customer) {
        int found = noRoomInstead(0, 1L << offer, customer);
        return found >= 0 ? found : dearest(offer, customer);
    }

    /**
     * The reason of the first limit in which one set does not fit in the place of another; −1 if it
     * fits.
     */
    int noRoomInstead(long before, long after, int customer) {
        for (int row = 0; row < prices.length; row++) {
            Limit.Shared limit = uses.get(row).limit();
            long more = use(row, after, customer) - use(row, before, customer);
            long use = uses.get(row).use() + more;
            boolean tooMuch = limit.hasCeiling() && more > 0 && use > limit.most();
            boolean tooLittle = limit.hasFloor() && more < 0 && use < limit.least();
            if (tooMuch || tooLittle) {
                return reasons[row];
            }
        }
        return -1;
    }

    private long use(int row, long offers, int customer) {
        long use = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            use += instance.charge(row, Long.numberOfTrailingZeros(left), customer);
        }
        return use;
    }

    private int dearest(int offer, int customer) {
        int dearest = -1;
        double most = 0;
        for (int row : instance.rowsOf(customer, offer)) {
            double charge = prices[row] * instance.charge(row, offer, customer);
            if (charge > most) {
                most = charge;
                dearest = row;
            }
        }
        if (dearest < 0) {
            throw new IllegalStateException(
                    "The plan leaves out a send that is worth something and fits in every limit: offer number %d, customer number %d."
                            .formatted(offer, customer));
        }
        return reasons[dearest];
    }

    private static boolean isBudget(int row, Limit.Shared limit) {
        return row == 0 && limit.name().equals(BUDGET)
                || limit.charge().name().equals(Budget.VARIANCE);
    }

    private static NotSent reason(Limit.Shared limit, boolean isBudget) {
        return isBudget
                ? new NotSent(Code.BUDGET, "")
                : new NotSent(Code.BELOW_PRICE, limit.name());
    }
}
