package dev.marginal.scenarios;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.UpliftScores;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Turns what the experiment taught into money: the expected cost and the value of every offer for
 * every customer.
 *
 * <pre>
 * expected cost = E[realised cost | treatment, x]                   (learnt from history.cost)
 *               = cost per send + P(order | offer) × cost per order (stated at the offer),
 *                 less the share of it that others pay
 * value         = uplift                            (objective: gmv)
 *               = uplift × margin − expected cost   (objective: profit)
 *               = uplift + (P(order | offer) − P(order | nothing)) × value of an order
 *                                                   (objective: value)
 * variance      = (own share × cost per order)² × p (1 − p), p = P(order | offer)
 * </pre>
 *
 * @param offers what can be sent
 * @param objective what the plan adds up
 * @param atRisk whether the book says how uncertain each cost is: its measure {@value
 *     Budget#VARIANCE}
 */
public record Valuation(List<CampaignOffer> offers, Objective objective, boolean atRisk) {
    public Valuation {
        offers = List.copyOf(offers);
    }

    /** A valuation that knows expected costs only. */
    public Valuation(List<CampaignOffer> offers, Objective objective) {
        this(offers, objective, false);
    }

    /**
     * Values every offer for every customer of {@code scores}, nothing else being known of them.
     *
     * @throws IllegalArgumentException if an offer's treatment was not scored, or takes an amount
     *     from a column
     */
    public OfferBook value(UpliftScores scores) {
        return value(scores, Traits.NONE);
    }

    /**
     * Values every offer for every customer of {@code scores}. Columns that are the scores' own are
     * shared with them, not copied.
     *
     * @param traits of the same customers
     * @throws IllegalArgumentException if an offer's treatment was not scored, an amount's column
     *     is not among the traits, or the objective counts later orders and traits or scores do not
     *     tell of them
     */
    public OfferBook value(UpliftScores scores, Traits traits) {
        float[][] value = new float[offers.size()][];
        float[][] cost = new float[offers.size()][];
        for (int o = 0; o < value.length; o++) {
            int treatment = offers.get(o).treatmentIn(scores);
            cost[o] = costs(offers.get(o), treatment, scores);
            value[o] = values(offers.get(o), treatment, scores, traits);
        }
        return new OfferBook(
                offers.stream().map(CampaignOffer::offer).toList(),
                value,
                cost,
                traits.segmentations(),
                new Measures(offers, traits, scores).all(atRisk));
    }

    private static float[] costs(CampaignOffer offer, int treatment, UpliftScores scores) {
        IntToDoubleFunction expected = offer.expectedCosts(scores, treatment);
        float[] costs = new float[scores.customers()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = (float) expected.applyAsDouble(i);
        }
        return costs;
    }

    /**
     * The same offers at the same costs by this objective.
     *
     * @param book of these offers for every customer of {@code scores}, by another objective
     * @param traits of the same customers
     */
    public OfferBook revalue(OfferBook book, UpliftScores scores, Traits traits) {
        return book.valuedAt(
                offers.stream()
                        .map(offer -> values(offer, offer.treatmentIn(scores), scores, traits))
                        .toArray(float[][]::new));
    }

    private float[] values(CampaignOffer offer, int treatment, UpliftScores scores, Traits traits) {
        float[] uplift = scores.uplift()[treatment];
        if (objective.isUplift()) {
            return uplift;
        }
        IntToDoubleFunction worth = worth(offer, treatment, scores, traits);
        float[] values = new float[uplift.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) worth.applyAsDouble(i);
        }
        return values;
    }

    /**
     * The value of one offer for one customer, in currency.
     *
     * @param treatment place of the offer's treatment among the scores'
     */
    public double value(
            CampaignOffer offer, int treatment, int customer, UpliftScores scores, Traits traits) {
        return worth(offer, treatment, scores, traits).applyAsDouble(customer);
    }

    private IntToDoubleFunction worth(
            CampaignOffer offer, int treatment, UpliftScores scores, Traits traits) {
        float[] uplift = scores.uplift()[treatment];
        IntToDoubleFunction cost = offer.expectedCosts(scores, treatment);
        boolean later = objective.countsFuture();
        return customer ->
                objective.value(
                        uplift[customer],
                        cost.applyAsDouble(customer),
                        later ? future(treatment, customer, scores, traits) : 0);
    }

    /**
     * The likelihood of an order under each offer, which a response model would rank customers by.
     *
     * @return {@code [offer][customer]}, shared with the scores
     */
    public float[][] response(UpliftScores scores) {
        return offers.stream()
                .map(offer -> scores.orderProbability()[offer.treatmentIn(scores)])
                .toArray(float[][]::new);
    }

    private static double future(int treatment, int customer, UpliftScores scores, Traits traits) {
        Requires.require(
                traits.future().isPresent(), "value of an order", "unknown", "among the traits");
        return traits.future().get().of(scores, treatment, customer);
    }
}
