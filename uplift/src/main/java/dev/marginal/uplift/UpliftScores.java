package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Optional;

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
 * @param cost {@code [treatment][customer]}: expected realised cost of a send, in currency; zero or
 *     more; where the history has realised costs
 * @param baselineOrders {@code [customer]}: P(order | control, x), in [0, 1]; where the model tells
 */
public record UpliftScores(
        List<String> treatments,
        float[][] uplift,
        float[][] orderProbability,
        float[] baseline,
        Optional<float[][]> cost,
        Optional<float[]> baselineOrders) {
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
        cost.ifPresent(
                costs ->
                        Requires.require(
                                costs.length == uplift.length,
                                "columns of cost",
                                costs.length,
                                uplift.length + ""));
        Requires.require(
                baselineOrders.isEmpty() || baselineOrders.get().length == baseline.length,
                "length of baselineOrders",
                baselineOrders.map(orders -> orders.length).orElse(0),
                baseline.length + "");
    }

    /** Scores that do not tell who orders without any treatment. */
    public UpliftScores(
            List<String> treatments,
            float[][] uplift,
            float[][] orderProbability,
            float[] baseline,
            Optional<float[][]> cost) {
        this(treatments, uplift, orderProbability, baseline, cost, Optional.empty());
    }

    /** Scores without learnt costs, that do not tell who orders without any treatment. */
    public UpliftScores(
            List<String> treatments,
            float[][] uplift,
            float[][] orderProbability,
            float[] baseline) {
        this(treatments, uplift, orderProbability, baseline, Optional.empty());
    }

    /** How many customers. */
    public int customers() {
        return baseline.length;
    }
}
