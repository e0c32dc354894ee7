package dev.marginal.optimizer.solving;

/**
 * What a linear or mixed-integer solver found, in its own floating-point numbers.
 *
 * @param objective of the values
 * @param values one per column
 * @param prices one per row, the growth of the objective per unit of the row's side; zero where the
 *     model has integers
 */
public record LinearAnswer(double objective, double[] values, double[] prices) {}
