package dev.marginal.scenarios;

/**
 * Another way to spend the budget, as a measure for the plan.
 *
 * @param name what it does
 * @param kind whether its sends exist
 * @param value what it adds to the objective as the model sees it, in currency
 * @param spend expected cost, in currency
 * @param sends how many
 * @param forecast what it will earn, as the held-out experiment says it; nothing is measured of a
 *     bound
 */
public record Neighbour(
        String name, Kind kind, double value, double spend, long sends, Forecast forecast) {
    /** What a neighbour is. */
    public enum Kind {
        /** A way to choose sends, feasible in every limit. */
        POLICY,
        /** The plan itself. */
        PLAN,
        /** What no plan can exceed; it has no sends. */
        BOUND
    }
}
