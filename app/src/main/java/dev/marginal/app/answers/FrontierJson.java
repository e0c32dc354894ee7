package dev.marginal.app.answers;

import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.whatif.Frontier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What every budget earns, in currency.
 *
 * @param plateau the budget beyond which nothing more is earned
 * @param breakEven the budget at which one more unit earns just itself; missing where there is none
 * @param tooLittle the largest budget that was tried and has no plan that keeps every rule; missing
 *     where every one has a plan
 * @param points by budget
 * @param current at the campaign's own budget; missing where that is unlimited, or has no plan
 * @param reaching the cheapest budget that is worth what was asked for
 * @param cancelled whether the walk was ended before it was done; then later points may be missing,
 *     and so may what is looked for after them
 */
public record FrontierJson(
        String campaign,
        String currency,
        double plateau,
        Double breakEven,
        Double tooLittle,
        List<PointJson> points,
        PointJson current,
        PointJson reaching,
        boolean cancelled) {
    /**
     * The best plan of one budget.
     *
     * @param nextUnitEarns marginal ROI
     * @param gap how far the value may be from the best possible one, as a share
     */
    public record PointJson(
            double budget,
            double value,
            double spend,
            long sends,
            double nextUnitEarns,
            double gap,
            GmvJson incrementalGmv) {
        static PointJson of(BudgetPoint point) {
            return new PointJson(
                    point.budget(),
                    point.value(),
                    point.spend(),
                    point.sends(),
                    point.price(),
                    point.gap(),
                    point.gmv()
                            .map(gmv -> new GmvJson(gmv.estimate(), gmv.low(), gmv.high()))
                            .orElse(null));
        }
    }

    /** What held-out customers say, with its 95 % interval. */
    public record GmvJson(double estimate, double low, double high) {}

    /** A walk along budgets. */
    public static FrontierJson of(
            CampaignFile file, Frontier frontier, Optional<BudgetPoint> reached) {
        return new FrontierJson(
                file.campaign(),
                file.currency(),
                frontier.plateau(),
                amount(frontier.breakEven()),
                amount(frontier.tooLittle()),
                frontier.points().stream().map(PointJson::of).toList(),
                frontier.current().map(PointJson::of).orElse(null),
                reached.map(PointJson::of).orElse(null),
                frontier.cancelled());
    }

    private static Double amount(OptionalDouble budget) {
        return budget.isPresent() ? (Double) budget.getAsDouble() : null;
    }
}
