package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.Tier;
import dev.marginal.uplift.UpliftScores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An offer of a campaign: what is sent, the treatment it was tested as, and what it costs.
 *
 * @param offer id and channel
 * @param treatment the arm of the history that got this offer
 * @param costPerSend paid for every send, in currency; zero or more
 * @param costPerOrder paid when the customer orders, such as a coupon's face value, in currency;
 *     zero or more
 * @param amounts what one send uses of further amounts, by name
 * @param tier where its treatment stands among others of its kind, if there are any
 * @param message what a send of it is to contact caps
 */
public record CampaignOffer(
        Offer offer,
        String treatment,
        double costPerSend,
        double costPerOrder,
        Map<String, Amount> amounts,
        Optional<Tier> tier,
        Message message) {
    public CampaignOffer {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        Requires.text(treatment, "treatment of offer " + offer.id());
        Requires.notNegative(costPerSend, "cost_per_send of offer " + offer.id());
        Requires.notNegative(costPerOrder, "cost_per_order of offer " + offer.id());
    }

    /** An offer without further amounts that is like no other. */
    public CampaignOffer(Offer offer, String treatment, double costPerSend, double costPerOrder) {
        this(
                offer,
                treatment,
                costPerSend,
                costPerOrder,
                Map.of(),
                Optional.empty(),
                Message.marketing(offer.channel()));
    }

    /** Expected cost of one send as stated: cost per send + P(order | offer) × cost per order. */
    public double expectedCost(double orderProbability) {
        return costPerSend + orderProbability * costPerOrder;
    }

    /**
     * Expected cost of one send to a customer: the learnt one where the scores have it, else the
     * stated one.
     *
     * @param treatment place of this offer's treatment among the scores'
     */
    public double expectedCost(UpliftScores scores, int treatment, int customer) {
        return scores.cost().isPresent()
                ? scores.cost().get()[treatment][customer]
                : expectedCost(scores.orderProbability()[treatment][customer]);
    }

    /**
     * Variance of one send's cost, in currency squared: an order is a coin that falls with
     * probability p, so that it is cost per order² × p (1 − p).
     */
    public double costVariance(double orderProbability) {
        return costPerOrder * costPerOrder * orderProbability * (1 - orderProbability);
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
