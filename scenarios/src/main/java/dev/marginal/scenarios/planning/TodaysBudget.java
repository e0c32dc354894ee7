package dev.marginal.scenarios.planning;

import dev.marginal.tables.Requires;

/**
 * What a campaign in flight may spend on one day.
 *
 * @param total for all days, in currency
 * @param spent by its earlier published sends that were not kept back, in currency
 * @param daysLeft the day included
 * @param today for this day, in currency
 * @param how it came about, in words
 */
public record TodaysBudget(double total, double spent, int daysLeft, double today, String how) {
    public TodaysBudget {
        Requires.notNegative(total, "budget");
        Requires.notNegative(spent, "spend so far");
        Requires.positive(daysLeft, "days left");
        Requires.notNegative(today, "today's budget");
        Requires.text(how, "how today's budget came about");
    }
}
