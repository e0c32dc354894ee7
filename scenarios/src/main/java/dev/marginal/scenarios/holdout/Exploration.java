package dev.marginal.scenarios.holdout;

import dev.marginal.tables.Requires;

/**
 * Customers whose offer is drawn at random among those they may get, and nothing, so that a plan is
 * also an experiment. Who they are and what they draw follows from the salt, the date and their id.
 *
 * @param share of the customers who may be sent anything
 * @param salt of the draw
 */
public record Exploration(double share, String salt) {
    public Exploration {
        Requires.probability(share, "exploration share");
        Requires.text(salt, "salt of the exploration");
    }
}
