package dev.marginal.value;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the data say of a model's parameters.
 *
 * @param parameters the most likely ones, by name
 * @param standardErrors by name: square roots of the diagonal of the inverse observed information,
 *     carried over from the logarithms of the parameters; {@code NaN} where the data cannot tell
 * @param logLikelihood at the parameters
 * @param customers how many the likelihood is a product over
 * @param evaluations how often the likelihood was computed
 * @param gap how much higher the likelihood's peak could lie by a quadratic reading, in units of
 *     the log-likelihood; {@code NaN} where it has no peak nearby
 * @param converged whether the gap is below a millionth
 * @param finding what stands in the way of trust, as a sentence; empty for nothing
 */
public record Fit(
        SortedMap<String, Double> parameters,
        SortedMap<String, Double> standardErrors,
        double logLikelihood,
        long customers,
        int evaluations,
        double gap,
        boolean converged,
        String finding) {
    public Fit {
        parameters = new TreeMap<>(parameters);
        standardErrors = new TreeMap<>(standardErrors);
    }
}
