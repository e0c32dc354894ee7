package dev.marginal.scenarios.days;

import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.Map;

/**
 * What planning today and the days ahead together says about today.
 *
 * <p>The day's own plan, made within these budgets and without the offers that are kept back, is
 * today's part of the joint plan, with a proof of its own.
 *
 * @param budget of today for each {@link FlightBudget}, in their order, in currency
 * @param keptBack {@code [customer]}: offers not to send today, because the contact is worth more
 *     on a later day; empty for most
 * @param prices of the joint plan's limits by name, to start tomorrow's from, see {@link LookAhead}
 * @param joint the plan of today and the days ahead: today's offers have the first numbers
 */
public record Today(
        List<Double> budget, OfferSet[] keptBack, Map<String, Double> prices, SendPlan joint) {
    public Today {
        budget = List.copyOf(budget);
        prices = Map.copyOf(prices);
    }

    /** How many customers have something kept back. */
    public int customersKeptBack() {
        int customers = 0;
        for (OfferSet set : keptBack) {
            customers += set.size() > 0 ? 1 : 0;
        }
        return customers;
    }
}
