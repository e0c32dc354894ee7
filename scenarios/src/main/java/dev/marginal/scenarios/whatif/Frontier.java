package dev.marginal.scenarios.whatif;

import dev.marginal.scenarios.BudgetPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What every budget earns, all else being as it is.
 *
 * @param points by budget, rising; the last is at the plateau
 * @param current at the campaign's own budget; empty where that is unlimited, or has no plan
 * @param plateau the budget beyond which nothing more is earned, in currency: what the best plan of
 *     all spends, and what a confidence keeps free beside it
 * @param tooLittle the largest budget that was tried and has no plan that keeps every rule; empty
 *     where every one has a plan
 * @param breakEven the budget at which one more unit of currency earns just itself: one unit of
 *     GMV, or no profit; empty where it earns less from the start, or more up to the plateau
 * @param cancelled whether the walk was ended before it was done; then later points may be missing,
 *     and so may the current one and the break-even
 */
public record Frontier(
        List<BudgetPoint> points,
        Optional<BudgetPoint> current,
        double plateau,
        OptionalDouble tooLittle,
        OptionalDouble breakEven,
        boolean cancelled) {
    public Frontier {
        points = List.copyOf(points);
    }
}
