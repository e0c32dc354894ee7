package dev.marginal.uplift;

/**
 * Whether the policy that follows a model's scores earns more, at the campaign's own budget, than
 * policies that need no scores.
 *
 * <p>Judged by {@link PolicyValue#value()}, doubly robust and out of fold, and its paired leads.
 * The rivals that count are those that need no scores: doing nothing, a random treatment for random
 * customers, and the treatments of the best average effect for random customers. Against the best
 * rival is against each of them.
 */
public enum Evidence {
    /**
     * The 95 % interval of the policy value does not lie above zero, or the 80 % interval of its
     * lead over some rival does not. Where no treatment has any effect this is the answer at least
     * 39 times in 40.
     */
    NONE,
    /**
     * The 95 % interval of the policy value lies above zero, and the 80 % intervals of its leads
     * over all rivals do, but not all their 95 % intervals.
     */
    WEAK,
    /** The 95 % intervals of the policy value and of its leads over all rivals lie above zero. */
    CLEAR
}
