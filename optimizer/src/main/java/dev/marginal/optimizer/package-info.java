/**
 * Scored offers, a budget and rules in; a send plan with its proof out.
 *
 * <p>One door, one verb: {@link dev.marginal.optimizer.Allocator#allocate}. A {@link
 * dev.marginal.optimizer.Rule} is a marketing sentence that explains itself as {@link
 * dev.marginal.optimizer.Limit}s; allocators see limits only, so a new rule touches no solver. This
 * module knows nothing of uplift or campaigns; it calls {@code tables} and nothing else of
 * Marginal.
 */
package dev.marginal.optimizer;
