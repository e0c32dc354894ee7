package dev.marginal.value.likelihood;

/**
 * Where a likelihood is highest.
 *
 * @param at the parameters, as they were climbed in
 * @param value the log-likelihood there
 * @param errors standard errors of {@code at}; {@code NaN} where there is no peak
 * @param evaluations of the likelihood
 * @param gap half the squared Newton decrement: what a quadratic reading still has above
 */
record Peak(double[] at, double value, double[] errors, int evaluations, double gap) {}
