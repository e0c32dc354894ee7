package dev.marginal.scenarios.days;

import dev.marginal.optimizer.Scope;
import dev.marginal.tables.Requires;

/**
 * What is left of a campaign's budget for today and all days ahead.
 *
 * @param campaign whose
 * @param scope the campaign's offers
 * @param left in currency; see {@link Pacing#left}
 */
public record FlightBudget(String campaign, Scope scope, double left) {
    public FlightBudget {
        Requires.text(campaign, "campaign");
        Requires.notNegative(left, "budget left of " + campaign);
    }
}
