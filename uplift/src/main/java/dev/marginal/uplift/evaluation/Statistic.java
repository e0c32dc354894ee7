package dev.marginal.uplift.evaluation;

/** A number of a sample, as a function of how much each row counts. */
@FunctionalInterface
interface Statistic {
    double of(double[] weight);
}
