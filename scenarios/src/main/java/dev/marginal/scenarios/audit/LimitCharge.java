package dev.marginal.scenarios.audit;

import java.util.Map;

/**
 * How much the change of a limit's price speaks for moves: what a move uses more of the limit,
 * times how much cheaper that got.
 *
 * @param before what the limit's next unit earned
 * @param now the same now
 * @param use what all who move alike use more of it, in its units, by their way of moving
 */
record LimitCharge(String limit, double before, double now, Map<Way, Double> use) {
    /** From some offers to others, each joined by {@code " + "}; empty for none. */
    record Way(String from, String to) {}

    /** In currency, of all who move so; above 0 where the price speaks for it. */
    double speaks(Way way) {
        return use.getOrDefault(way, 0.0) * (before - now);
    }
}
