package dev.marginal.value.evaluation;

/**
 * A prediction that takes no model.
 *
 * @param ranksAlone whether only the order of the numbers means anything
 * @param purchases predicted, by row
 * @param spend predicted, by row, in currency
 */
record Baseline(String name, boolean ranksAlone, double[] purchases, double[] spend) {}
