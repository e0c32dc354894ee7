package dev.marginal.optimizer.solving;

/**
 * What a linear solver found, in its own floating-point numbers.
 *
 * @param objective of the values
 * @param values one per column
 * @param prices one per row, the growth of the objective per unit of the row's side
 */
public record LinearAnswer(double objective, double[] values, double[] prices) {}
