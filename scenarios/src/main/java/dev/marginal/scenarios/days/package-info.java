/**
 * Planning over days: what to spend today of a budget that has to last ({@link
 * dev.marginal.scenarios.days.Pacing}), and which contacts to keep for better messages later
 * ({@link dev.marginal.scenarios.days.LookAhead}).
 *
 * <p>Knows offer books, limits and days; neither files nor logs. Calls the optimizer.
 */
package dev.marginal.scenarios.days;
