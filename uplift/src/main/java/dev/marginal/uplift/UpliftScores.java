package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * What each treatment adds for each customer.
 *
 * @param treatments names, in the order of the arrays' first index
 * @param uplift {@code [treatment][customer]}: incremental GMV, E[Y(treatment) − Y(control) | x],
 *     in currency; finite
 * @param orderProbability {@code [treatment][customer]}: P(order | treatment, x), in [0, 1]; an
 *     order is a GMV above zero
 * @param baseline {@code [customer]}: expected GMV without any treatment, E[Y(control) | x], in
 *     currency; finite
 */
public record UpliftScores(
        List<String> treatments, float[][] uplift, float[][] orderProbability, float[] baseline) {
    public UpliftScores {
        treatments = List.copyOf(treatments);
        Requires.require(
                uplift.length == treatments.size(),
                "columns of uplift",
                uplift.length,
                treatments.size() + "");
        Requires.require(
                orderProbability.length == treatments.size(),
                "columns of orderProbability",
                orderProbability.length,
                treatments.size() + "");
    }

    /** How many customers. */
    public int customers() {
        return baseline.length;
    }
}
