/**
 * Why no plan keeps every limit: the smallest set of limits that fight, and the least change of
 * each that makes room, in the user's words and numbers.
 *
 * <p>{@link dev.marginal.optimizer.conflict.Conflict} is the answer, {@link
 * dev.marginal.optimizer.conflict.Feasibility} what it asks. Calls {@code kernel}, {@code pricing},
 * {@code core}, {@code rounding}, {@code solving} and {@code whole}.
 */
package dev.marginal.optimizer.conflict;
