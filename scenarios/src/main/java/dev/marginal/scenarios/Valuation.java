package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.uplift.UpliftScores;
import java.util.List;

/**
 * Turns what the experiment taught into money: the expected cost and the value of every offer for
 * every customer.
 *
 * <pre>
 * expected cost = cost per send + P(order | offer) × cost per order
 * value         = uplift                            (objective: gmv)
 *               = uplift × margin − expected cost   (objective: profit)
 * </pre>
 *
 * @param offers what can be sent
 * @param objective what the plan adds up
 */
public record Valuation(List<CampaignOffer> offers, Objective objective) {
    public Valuation {
        offers = List.copyOf(offers);
    }

    /**
     * Values every offer for every customer of {@code scores}.
     *
     * @throws IllegalArgumentException if an offer's treatment was not scored
     */
    public OfferBook value(UpliftScores scores) {
        int customers = scores.customers();
        float[][] value = new float[offers.size()][customers];
        float[][] cost = new float[offers.size()][customers];
        for (int o = 0; o < offers.size(); o++) {
            CampaignOffer offer = offers.get(o);
            int treatment = offer.treatmentIn(scores);
            for (int i = 0; i < customers; i++) {
                double expectedCost = offer.expectedCost(scores.orderProbability()[treatment][i]);
                cost[o][i] = (float) expectedCost;
                value[o][i] = (float) objective.value(scores.uplift()[treatment][i], expectedCost);
            }
        }
        return new OfferBook(offers.stream().map(CampaignOffer::offer).toList(), value, cost);
    }
}
