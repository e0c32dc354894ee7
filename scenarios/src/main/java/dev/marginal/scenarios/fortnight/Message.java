package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.Offer;

/**
 * The one message of a planted campaign.
 *
 * @param offer as the book knows it
 * @param cost of a send, in currency
 * @param worth typical value of a send, in currency
 * @param season {@code [day]}: what the day makes of the worth; 0 where the campaign does not send
 * @param budgetPerCustomer for the fortnight, in currency
 */
record Message(Offer offer, double cost, double worth, double[] season, double budgetPerCustomer) {
    boolean runsOn(int day) {
        return season[day] > 0;
    }

    /** On how many days it still sends, {@code day} included. */
    int daysLeft(int day) {
        int left = 0;
        for (int later = day; later < season.length; later++) {
            left += runsOn(later) ? 1 : 0;
        }
        return left;
    }
}
