package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.UpliftScores;

/**
 * What an order now adds to each customer's later value: their coming orders, not the order itself.
 *
 * @param ofAnOrder {@code [customer]}: in currency, zero or more
 * @param rows of the table that they come from
 * @param fingerprint hash of what was read (hex)
 */
public record FutureValues(float[] ofAnOrder, int rows, String fingerprint) {
    /**
     * The incremental future value of a treatment for a customer, in currency: {@code (P(order |
     * treatment) − P(order | control)) × value of an order}. Below zero where the treatment makes
     * an order less likely.
     *
     * @throws IllegalArgumentException if the scores do not tell who orders without any treatment
     */
    public double of(UpliftScores scores, int treatment, int customer) {
        Requires.require(
                scores.baselineOrders().isPresent(),
                "orders without any treatment",
                "unknown",
                "known to the model");
        double extra =
                (double) scores.orderProbability()[treatment][customer]
                        - scores.baselineOrders().get()[customer];
        return extra * ofAnOrder[customer];
    }
}
