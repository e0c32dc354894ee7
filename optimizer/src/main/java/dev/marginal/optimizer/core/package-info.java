/**
 * The customers who are nearly indifferent at some prices, shared out exactly by a small linear
 * program.
 *
 * <p>Calls {@code kernel}, {@code pricing} and {@code solving}.
 */
package dev.marginal.optimizer.core;
