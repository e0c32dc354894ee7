package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Sums;

/**
 * The dual at some prices.
 *
 * @param prices signed, one per row, in micro-units
 * @param dual Σ price·limit + Σ best reduced value, in micro-units
 * @param total what all choices add up to
 * @param groups the same group by group of customers: each is a cut
 */
public record Evaluation(double[] prices, double dual, Sums total, Sums[] groups) {}
