package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.tables.Requires;

/**
 * An offer of a campaign: what is sent, the treatment it was tested as, and what it costs.
 *
 * @param offer id and channel
 * @param treatment the arm of the history that got this offer
 * @param costPerSend paid for every send, in currency; zero or more
 * @param costPerOrder paid when the customer orders, such as a coupon's face value, in currency;
 *     zero or more
 */
public record CampaignOffer(
        Offer offer, String treatment, double costPerSend, double costPerOrder) {
    public CampaignOffer {
        Requires.text(treatment, "treatment of offer " + offer.id());
        Requires.notNegative(costPerSend, "cost_per_send of offer " + offer.id());
        Requires.notNegative(costPerOrder, "cost_per_order of offer " + offer.id());
    }

    /** Expected cost of one send: cost per send + P(order | offer) × cost per order. */
    public double expectedCost(double orderProbability) {
        return costPerSend + orderProbability * costPerOrder;
    }
}
