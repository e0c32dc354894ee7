/**
 * Prices of shared limits: the dual of the allocation, minimised, and the bound it proves.
 *
 * <p>{@link dev.marginal.optimizer.pricing.PriceSearch} opens with the maths. Calls {@code kernel}
 * for passes over the customers and {@code solving} for the small linear programs in between.
 */
package dev.marginal.optimizer.pricing;
