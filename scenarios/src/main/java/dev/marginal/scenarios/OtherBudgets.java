package dev.marginal.scenarios;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the same customers would bring under the same rules at other budgets: the best plan of each,
 * and what held-out customers say of it.
 *
 * @param points by budget, rising, the plan's own among them
 * @param own the plan's own; at its spend where there is no budget
 * @param plateau the budget beyond which nothing more is earned, in currency
 * @param tooLittle a budget at which no plan keeps every rule; empty where every budget that was
 *     tried is enough
 */
public record OtherBudgets(
        List<BudgetPoint> points, BudgetPoint own, double plateau, OptionalDouble tooLittle) {
    public OtherBudgets {
        points = List.copyOf(points);
    }
}
