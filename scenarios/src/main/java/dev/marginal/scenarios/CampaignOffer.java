package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.Tier;
import dev.marginal.uplift.UpliftScores;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * An offer of a campaign: what is sent, the treatment it was tested as, and what it costs.
 *
 * @param offer id and channel
 * @param treatment the arm of the history that got this offer
 * @param costPerSend paid for every send, in currency; zero or more
 * @param costPerOrder paid when the customer orders, such as a coupon's face value, in currency;
 *     zero or more
 * @param coFunded the share of these costs that others pay, such as a merchant: 0 for none, 1 for
 *     all
 * @param amounts what one send uses of further amounts, by name
 * @param tier where its treatment stands among others of its kind, if there are any
 * @param message what a send of it is to contact caps
 */
public record CampaignOffer(
        Offer offer,
        String treatment,
        double costPerSend,
        double costPerOrder,
        BigDecimal coFunded,
        Map<String, Amount> amounts,
        Optional<Tier> tier,
        Message message) {
    public CampaignOffer {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        Requires.text(treatment, "treatment of offer " + offer.id());
        Requires.notNegative(costPerSend, "cost_per_send of offer " + offer.id());
        Requires.notNegative(costPerOrder, "cost_per_order of offer " + offer.id());
        Requires.probability(coFunded.doubleValue(), "co_funded of offer " + offer.id());
    }

    /** An offer without further amounts that is like no other. */
    public CampaignOffer(Offer offer, String treatment, double costPerSend, double costPerOrder) {
        this(
                offer,
                treatment,
                costPerSend,
                costPerOrder,
                BigDecimal.ZERO,
                Map.of(),
                Optional.empty(),
                Message.marketing(offer.channel()));
    }

    /** The share of its costs that the campaign itself pays. */
    public double ownShare() {
        return 1 - coFunded.doubleValue();
    }

    /** Whether others pay some of it. */
    public boolean isCoFunded() {
        return coFunded.signum() > 0;
    }

    /**
     * Expected cost of one send as stated, to whoever pays it: cost per send + P(order | offer) ×
     * cost per order.
     */
    public double expectedCost(double orderProbability) {
        return costPerSend + orderProbability * costPerOrder;
    }

    /**
     * What the campaign itself is expected to pay for one send to each customer: its share of the
     * learnt cost where the scores have one, else of the stated one.
     *
     * @param treatment place of this offer's treatment among the scores'
     */
    public IntToDoubleFunction expectedCosts(UpliftScores scores, int treatment) {
        return wholeCosts(scores, treatment, ownShare());
    }

    /**
     * What others are expected to pay for it.
     *
     * @param treatment place of this offer's treatment among the scores'
     */
    public IntToDoubleFunction coFunding(UpliftScores scores, int treatment) {
        return wholeCosts(scores, treatment, coFunded.doubleValue());
    }

    private IntToDoubleFunction wholeCosts(UpliftScores scores, int treatment, double share) {
        if (scores.cost().isPresent()) {
            float[] learnt = scores.cost().get()[treatment];
            return customer -> learnt[customer] * share;
        }
        float[] orders = scores.orderProbability()[treatment];
        return customer -> expectedCost(orders[customer]) * share;
    }

    /**
     * Variance of what the campaign itself pays for one send, in currency squared: an order is a
     * coin that falls with probability p, so that it is (own share × cost per order)² × p (1 − p).
     */
    public double costVariance(double orderProbability) {
        double own = costPerOrder * ownShare();
        return own * own * orderProbability * (1 - orderProbability);
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
