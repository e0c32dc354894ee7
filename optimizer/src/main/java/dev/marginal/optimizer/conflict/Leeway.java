package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;

/**
 * The least change of one side of a limit that makes room, all others kept.
 *
 * @param side as the user gave it
 * @param amount what the side would have to ask for, or allow: in the limit's units; in the steps
 *     of a {@link Ratio}; or offers to one customer
 * @param enough whether a plan is known that keeps all limits so; else only less is known not to do
 * @param alone whether all limits of the campaign were kept, and not only those of the conflict
 */
record Leeway(Limit side, long amount, boolean enough, boolean alone) {}
