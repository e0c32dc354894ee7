package dev.marginal.value.boosted;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.Requires;

/**
 * What decides, with the log and the columns, every bit of the model.
 *
 * @param seed of the customers who count the trees and of the rows that trees see
 * @param amount how amounts are learnt
 * @param patience trees stop growing after so many rounds without a lower loss on a quarter of the
 *     customers
 * @param trees of every forest
 */
public record BoostedSettings(long seed, AmountHead amount, int patience, Trees trees) {
    public BoostedSettings {
        Requires.require(amount != null, "amount", amount, "gamma or log_normal");
        Requires.positive(patience, "patience");
    }

    /** Seed 7, gamma amounts, up to 400 trees three splits deep. */
    public static BoostedSettings defaults() {
        return new BoostedSettings(7, AmountHead.GAMMA, 30, new Trees(400, 3, 0.05, 10, 1, 1));
    }

    /** The same with this seed. */
    public BoostedSettings withSeed(long other) {
        return new BoostedSettings(other, amount, patience, trees);
    }

    /** The same with this head. */
    public BoostedSettings with(AmountHead other) {
        return new BoostedSettings(seed, other, patience, trees);
    }
}
