package dev.marginal.uplift;

/**
 * Whether ranking customers by a model's score earns more than choosing them at random.
 *
 * <p>Judged by the targeting gain, the doubly robust {@code qini.grf} out of fold, averaged over
 * the treatments: what targeting by the score adds over targeting at random, in currency per
 * customer, averaged over every share of customers that a budget could pay for.
 */
public enum Evidence {
    /** The targeting gain cannot be told from zero, or is negative. */
    NONE,
    /** The 80 % interval of the targeting gain lies above zero, the 95 % interval does not. */
    WEAK,
    /** The 95 % interval of the targeting gain lies above zero. */
    CLEAR
}
