/**
 * From prices and the core's sharing to a plan in whole customers, every limit kept to the last
 * micro-unit.
 *
 * <p>{@link dev.marginal.optimizer.rounding.Rounding} opens with the idea. Calls {@code kernel},
 * {@code pricing}, {@code core} and {@code solving}.
 */
package dev.marginal.optimizer.rounding;
