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
 * frequent customer overflows; the quotients of Γ and B are products of {@code (r+k)/α} and {@code
 * (b+k)/(a+b+k)}, so that parameters without end (customers who are all alike) lose no digits.
 * Whoever has not come back yet is alive for certain, by this model.
 *
 * <p>Expected purchases of the living within t are, with {@code z = t/(α+T+t)},
 *
 * <pre>{@code
 * Σ P(N = k) · [ 1 + (b+x)/(a+b+x) + … + (b+x)…(b+x+k−2) / ((a+b+x)…(a+b+x+k−2)) ],  k = 1, 2, …
 * }</pre>
 *
 * N being negative binomial with shape r + x and {@code P(N = 0) = (1−z)^(r+x)}: the purchases that
 * would be made if nobody ever stopped, each of which is made if none before it was the last. This
 * is the paper's hypergeometric function without its subtraction from 1 and its division by a − 1:
 * nothing but positive numbers is added, for any parameters. There are about {@code z/(1−z)} times
 * 40 + r + x summands.
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
    private static final double HUGE = 1e200;

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
        double shape = r + frequency;
        double lasting = b + frequency;
        double ratio = shape * z;
        double weight = 1;
        double weights = 1;
        double sum = 0;
        double alive = 1;
        double made = 0;
        for (int k = 1; ; k++) {
            weight *= ratio;
            weights += weight;
            made += alive;
            sum += weight * made;
            alive *= (lasting + k - 1) / (a + lasting + k - 1);
            ratio = (shape + k) / (k + 1) * z;
            double fall = 1 - Math.max(z, ratio);
            if (fall > 0 && weight * (made + alive / fall) <= TINY * fall * sum) {
                return sum / weights;
            }
            if (weights > HUGE) {
                weight /= HUGE;
                weights /= HUGE;
                sum /= HUGE;
            }
        }
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
            public double step(int k) {
                return Math.log((r + k) / alpha) - Math.log1p(a / (b + k));
            }

            @Override
            public double lasting(int frequency, double age) {
                return -(r + frequency) * Math.log(1 + age / alpha);
            }

            @Override
            public double stopped(int frequency, double recency) {
                return frequency == 0
                        ? Double.NEGATIVE_INFINITY
                        : Math.log(a / (b + frequency - 1))
                                - (r + frequency) * Math.log(1 + recency / alpha);
            }
        };
    }
}
