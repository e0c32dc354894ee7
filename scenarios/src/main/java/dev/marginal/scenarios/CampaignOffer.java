package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.UpliftScores;
import java.util.List;

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

    /**
     * The number of this offer's treatment among the scores.
     *
     * @throws IllegalArgumentException if the treatment was not scored
     */
    public int treatmentIn(UpliftScores scores) {
        int number = scores.treatments().indexOf(treatment);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "Offer %s was tested as treatment '%s', but the model knows only %s."
                            .formatted(offer.id(), treatment, scores.treatments()));
        }
        return number;
    }

    /** The same for every offer of a campaign, in its order. */
    public static int[] treatmentsIn(UpliftScores scores, List<CampaignOffer> offers) {
        return offers.stream().mapToInt(offer -> offer.treatmentIn(scores)).toArray();
    }
}
