package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import java.util.List;

/**
 * A plan of a row, and how far its spend scatters.
 *
 * @param variance of the plan's spend, in millionths of currency squared
 */
record Trial(Row row, SendPlan plan, long variance) {
    boolean hasPlan() {
        return plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE;
    }

    boolean isRefuted() {
        return plan.outcome() == Outcome.INFEASIBLE;
    }

    /** Whether there is a plan and it keeps the promise itself. */
    boolean keeps(Margin margin) {
        return hasPlan() && margin.keeps(plan.spendMicros(), variance);
    }

    /** In currency. */
    double deviation() {
        return Spread.deviation(variance);
    }

    /** No plan of the row is worth more, in micro-units. */
    long bound() {
        return micros(plan.bound());
    }

    /** What one more unit of the budget would earn, per unit. */
    double price() {
        return plan.limits().get(0).price() * row.weights().cost();
    }

    /** The prices of the rules' limits, in their order. */
    List<LimitUse> rules() {
        return plan.limits().subList(1, plan.limits().size());
    }

    /** A bound in whole micro-units, never below it. */
    static long micros(double bound) {
        long near = Math.round(bound * OfferBook.MICROS);
        return (double) near / OfferBook.MICROS < bound ? near + 1 : near;
    }
}
