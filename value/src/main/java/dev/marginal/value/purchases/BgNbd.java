package dev.marginal.value.purchases;

import dev.marginal.tables.Requires;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.likelihood.LogSpace;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * BG/NBD: a customer buys at a rate λ of their own and stops, after any purchase, with a
 * probability p of their own; {@code λ ~ Gamma(r, rate α)}, {@code p ~ Beta(a, b)}, independent.
 *
 * <p>For x repeat purchases, the last at t, observed until T:
 *
 * <pre>{@code
 * L = Γ(r+x) αʳ / Γ(r) · B(a, b+x) / B(a, b) · [ (α+T)^−(r+x) + a/(b+x−1) · (α+t)^−(r+x) ]
 * }</pre>
 *
 * the second summand for x > 0 only. Everything is added up as logarithms, so that no power of a
 * frequent customer overflows. Whoever has not come back yet is alive for certain, by this model.
 *
 * <p>Expected purchases of the living within t, with {@code z = t/(α+T+t)}, {@code c = a+b+x−1} and
 * {@code d = a+b−1−r}, are, by Euler's transformation of the paper's hypergeometric function,
 *
 * <pre>{@code
 * c/(a−1) · [ 1 − (1−z)^(a−1) · ₂F₁(a−1, d; c; z) ]
 * }</pre>
 *
 * in which no parameter but c grows with x: the series gets shorter where the paper's overflows.
 * The division by a − 1 is done inside the series, so that a = 1 and a + b = 1 are no holes.
 *
 * @param r shape of the rates, positive
 * @param alpha rate of the rates, in units of time, positive
 * @param a first shape of stopping, positive
 * @param b second shape of stopping, positive
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee (2005), Marketing
 *     Science 24(2)</a>
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    static final String NAME = "bg_nbd";

    private static final double TINY = 1e-17;

    public BgNbd {
        Requires.positive(r, "r");
        Requires.positive(alpha, "alpha");
        Requires.positive(a, "a");
        Requires.positive(b, "b");
    }

    /** From what {@link #parameters} gave. */
    static BgNbd of(Map<String, Double> parameters) {
        return new BgNbd(
                parameters.get("r"),
                parameters.get("alpha"),
                parameters.get("a"),
                parameters.get("b"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of("r", r, "alpha", alpha, "a", a, "b", b));
    }

    @Override
    public double logLikelihood(int frequency, double recency, double age) {
        return terms().logLikelihood(frequency, recency, age);
    }

    @Override
    public double aliveProbability(int frequency, double recency, double age) {
        Terms terms = terms();
        return LogSpace.logistic(terms.lasting(frequency, age) - terms.stopped(frequency, recency));
    }

    @Override
    public double expectedIfAlive(double time, int frequency, double age) {
        double z = time / (alpha + age + time);
        double surplus = a - 1;
        double c = a + b + frequency - 1;
        double rest = -Math.log1p(-z);
        double scale = surplus == 0 ? rest : -Math.expm1(-surplus * rest) / surplus;
        double series = series(z, c);
        return scale * (c + surplus * series) - series;
    }

    /** P(X(t) = x): the probability that a new customer comes back {@code purchases} times. */
    public double probability(int purchases, double time) {
        double z = time / (alpha + time);
        if (purchases == 0) {
            return Math.exp(r * Math.log1p(-z));
        }
        double logLasting =
                Beta.logBeta(a, b + purchases)
                        - Beta.logBeta(a, b)
                        + Gamma.logGamma(r + purchases)
                        - Gamma.logGamma(r)
                        - Gamma.logGamma(purchases + 1.0)
                        + r * Math.log1p(-z)
                        + purchases * Math.log(z);
        double stopping = Math.exp(Beta.logBeta(a + 1, b + purchases - 1) - Beta.logBeta(a, b));
        return Math.exp(logLasting) + stopping * Beta.regularizedBeta(z, purchases, r);
    }

    Terms terms() {
        return new Terms() {
            @Override
            public double shared(int frequency) {
                return r * Math.log(alpha)
                        + Gamma.logGamma(r + frequency)
                        - Gamma.logGamma(r)
                        + Beta.logBeta(a, b + frequency)
                        - Beta.logBeta(a, b);
            }

            @Override
            public double lasting(int frequency, double age) {
                return -(r + frequency) * Math.log(alpha + age);
            }

            @Override
            public double stopped(int frequency, double recency) {
                return frequency == 0
                        ? Double.NEGATIVE_INFINITY
                        : Math.log(a / (b + frequency - 1))
                                - (r + frequency) * Math.log(alpha + recency);
            }
        };
    }

    /** {@code c (₂F₁(a−1, d; c; z) − 1) / (a − 1)}. */
    private double series(double z, double c) {
        double d = a + b - 1 - r;
        double term = d * z;
        double sum = term;
        for (int k = 1; Math.abs(term) > TINY * Math.abs(sum) || k < -d; k++) {
            term *= (a + k - 1) * (d + k) / ((c + k) * (k + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
