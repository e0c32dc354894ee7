package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Sums;

/**
 * The dual at some prices.
 *
 * @param prices signed, one per row, in micro-units
 * @param dual Σ price·limit + Σ best reduced value, in micro-units
 * @param groups what the choices add up to, group by group of customers: each is a cut
 */
record Evaluation(double[] prices, double dual, Sums[] groups) {}
