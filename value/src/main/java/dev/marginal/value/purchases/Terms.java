package dev.marginal.value.purchases;

import dev.marginal.value.likelihood.LogSpace;

/**
 * A history's likelihood in two parts, as both models have it: {@code ln L = shared(x) + ln(exp
 * lasting(x, T) + exp stopped(x, t))}.
 *
 * <p>Neither part knows both recency and age, so that each is computed once for all histories that
 * share it.
 */
interface Terms {
    /** What depends on the frequency alone. */
    double shared(int frequency);

    /** The part that knows the age; a logarithm. */
    double lasting(int frequency, double age);

    /** The part that knows the recency; a logarithm, {@code -Infinity} where it is nothing. */
    double stopped(int frequency, double recency);

    /** The whole of a history. */
    default double logLikelihood(int frequency, double recency, double age) {
        return shared(frequency)
                + LogSpace.add(lasting(frequency, age), stopped(frequency, recency));
    }
}
