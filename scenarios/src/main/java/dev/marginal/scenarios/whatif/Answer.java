package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.OfferTotal;
import java.util.List;

/**
 * The plan of a scenario.
 *
 * @param scenario what was changed
 * @param brief what that came to
 * @param rules all that the plan keeps
 * @param plan who gets what, with its proof and its prices
 * @param forecast what it will earn
 * @param violations what a plan that was given breaks, in sentences; empty for a plan of our own
 * @param cancelled whether the search was ended before it was done; then the plan is the best one
 *     so far, and its bound and gap are as true as ever
 */
public record Answer(
        Scenario scenario,
        Brief brief,
        Rules rules,
        CampaignPlan plan,
        Forecast forecast,
        List<String> violations,
        boolean cancelled) {
    public Answer {
        violations = List.copyOf(violations);
    }

    /** What each offer brings and costs. */
    public List<OfferTotal> offers() {
        return OfferTotal.of(plan);
    }

    /**
     * What this answer has more than another: all figures are this one's less the other's.
     *
     * @param baseline of the same campaign and customers
     */
    public Difference minus(Answer baseline) {
        return Differences.between(this, baseline);
    }
}
