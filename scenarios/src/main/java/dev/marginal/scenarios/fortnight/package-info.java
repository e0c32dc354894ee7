/**
 * A planted fortnight: four campaigns that share weekly contact slots, whose values on every day
 * are known to tests and benchmarks, and the ways to plan it day by day.
 *
 * <p>{@link dev.marginal.scenarios.fortnight.PlantedFortnight} is the truth, {@link
 * dev.marginal.scenarios.fortnight.DayPlanner} what decides a day, {@link
 * dev.marginal.scenarios.fortnight.Played} what came of it. Calls {@code days} and the optimizer.
 */
package dev.marginal.scenarios.fortnight;
