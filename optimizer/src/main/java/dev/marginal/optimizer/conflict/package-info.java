/**
 * Why no plan keeps every limit: the smallest set of limits that fight, in the user's words.
 *
 * <p>Calls {@code kernel}, {@code pricing} and {@code whole}.
 */
package dev.marginal.optimizer.conflict;
