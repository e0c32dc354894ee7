package dev.marginal.scenarios;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.uplift.Interval;
import java.util.Optional;

/**
 * The best plan of one budget.
 *
 * @param budget in currency
 * @param value what the model claims, in currency
 * @param spend expected cost, in currency
 * @param sends how many
 * @param price what one more unit of budget earns: the marginal ROI
 * @param gap how far the value may be from the best possible one
 * @param gmv what held-out customers of the experiment say it earns, with its 95 % interval
 */
public record BudgetPoint(
        double budget,
        double value,
        double spend,
        long sends,
        double price,
        double gap,
        Optional<Interval> gmv) {
    private static final String BUDGET = "budget";

    /** The point of a plan and its forecast. */
    public static BudgetPoint of(double budget, SendPlan plan, Forecast forecast) {
        return new BudgetPoint(
                budget,
                plan.value(),
                plan.spend(),
                plan.sends(),
                price(plan),
                plan.gap(),
                forecast.incrementalGmv());
    }

    /** A budget in whole cents, not less. */
    public static double cents(double amount) {
        return Math.ceil(amount * 100) / 100;
    }

    private static double price(SendPlan plan) {
        return plan.limits().stream()
                .filter(use -> use.limit().name().equals(BUDGET))
                .mapToDouble(LimitUse::price)
                .findFirst()
                .orElse(0);
    }
}
