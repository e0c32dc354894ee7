package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;

/**
 * One offer's part of a plan.
 *
 * @param sends how many
 * @param valueMicros sum of the sends' values
 * @param spendMicros sum of the sends' expected costs
 */
public record OfferTotal(Offer offer, long sends, long valueMicros, long spendMicros) {
    /** What this part has more than that of the same offer in another plan. */
    public OfferTotal minus(OfferTotal other) {
        return new OfferTotal(
                offer,
                sends - other.sends,
                valueMicros - other.valueMicros,
                spendMicros - other.spendMicros);
    }
}
