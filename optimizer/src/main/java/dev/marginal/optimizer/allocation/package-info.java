/**
 * The allocators: {@link dev.marginal.optimizer.allocation.PriceAllocator} for large campaigns,
 * {@link dev.marginal.optimizer.allocation.ExactAllocator} for small ones, {@link
 * dev.marginal.optimizer.allocation.GreedyAllocator} as their neighbour, and {@link
 * dev.marginal.optimizer.allocation.Allocators} to pick one by size.
 *
 * <p>Calls every other package of the module; none of them calls this one.
 */
package dev.marginal.optimizer.allocation;
