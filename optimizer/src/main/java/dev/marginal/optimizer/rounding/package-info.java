/**
 * From prices to a plan: the customers who are indifferent at the prices are decided together, in
 * whole numbers, and every limit is kept to the last micro-unit.
 *
 * <p>{@link dev.marginal.optimizer.rounding.Rounding} opens with the idea. Calls {@code kernel} and
 * {@code solving}; knows of prices only as numbers.
 */
package dev.marginal.optimizer.rounding;
