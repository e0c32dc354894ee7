/**
 * Money at risk: keeps a budget with a stated probability although redemptions are uncertain.
 *
 * <p>{@link dev.marginal.optimizer.chance.ChanceAllocator} turns the chance constraint into linear
 * limits and has another allocator solve them, so it knows allocators by their noun only. Calls
 * {@code kernel} and {@code pricing} for what prices prove.
 */
package dev.marginal.optimizer.chance;
