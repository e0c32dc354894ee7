package dev.marginal.value.purchases;

import dev.marginal.value.likelihood.LogSpace;

/**
 * A history's likelihood in two parts, as both models have it: {@code ln L = Σ step(k) + ln(exp
 * lasting(x, T) + exp stopped(x, t))}, k from 0 until below x.
 *
 * <p>Neither part knows both recency and age, so that each is computed once for all histories that
 * share it. All are told in units of what customers do at the model's scale, {@code (1 + T/α)}
 * rather than {@code (α + T)}, so that nothing large is subtracted from something large where a
 * parameter is on its way to infinity. ({@code log1p} would be more exact still, and takes five
 * times as long.)
 */
interface Terms {
    /** What the repeat purchase after the first {@code k} of them adds; a logarithm. */
    double step(int k);

    /** The part that knows the age; a logarithm. */
    double lasting(int frequency, double age);

    /** The part that knows the recency; a logarithm, {@code -Infinity} where it is nothing. */
    double stopped(int frequency, double recency);

    /** The whole of a history. */
    default double logLikelihood(int frequency, double recency, double age) {
        double steps = 0;
        for (int k = 0; k < frequency; k++) {
            steps += step(k);
        }
        return steps + LogSpace.add(lasting(frequency, age), stopped(frequency, recency));
    }
}
