package dev.marginal.uplift.evaluation;

/**
 * One ranking of a treatment and its control, with several outcomes at the same points.
 *
 * @param orders whether a row ordered
 * @param gmv in currency
 * @param cost realised cost, in currency; zero where the history has none
 */
record ArmCurves(Prefixes orders, Prefixes gmv, Prefixes cost) {}
