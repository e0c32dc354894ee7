package dev.marginal.value.purchases;

import dev.marginal.tables.Requires;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.likelihood.LogSpace;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pareto/NBD: a customer buys at a rate λ of their own and stops, at any moment, at a rate μ of
 * their own; {@code λ ~ Gamma(r, rate α)}, {@code μ ~ Gamma(s, rate β)}, independent.
 *
 * <p>For x repeat purchases, the last at t, observed until T:
 *
 * <pre>{@code
 * L = Γ(r+x) αʳ βˢ / Γ(r) · [ D(T) + s ∫ₜᵀ (α+y)^−(r+x) (β+y)^−(s+1) dy ],  D(y) = (α+y)^−(r+x) (β+y)^−s
 * }</pre>
 *
 * <p><b>Why it is stable.</b> The integral is the difference of two hypergeometric functions which
 * under- or overflow for frequent customers, and where the other implementations lose them. Euler's
 * transformation turns each into {@code D(y) · q(y)}, with {@code q} between 0 and 1:
 *
 * <pre>{@code
 * α ≥ β:  q(y) = s/(r+s+x) · ₂F₁(1, r+x; r+s+x+1; (α−β)/(α+y))
 * α < β:  q(y) = s/(r+s+x) · (α+y)/(β+y) · ₂F₁(1, s+1; r+s+x+1; (β−α)/(β+y))
 * }</pre>
 *
 * so that the bracket is {@code D(T) (1 − q(T)) + D(t) q(t)}: two positive summands, each known by
 * its logarithm; nothing is subtracted but q from 1. {@link GaussFraction} computes q. D is told in
 * units of {@code D(0)}, and {@code Γ(r+x) / (Γ(r) αˣ)} as a product of {@code (r+k)/α}, so that a
 * rate that all customers share (r and α without end) is no difference of large numbers.
 *
 * @param r shape of the rates of buying, positive
 * @param alpha rate of the rates of buying, in units of time, positive
 * @param s shape of the rates of stopping, positive
 * @param beta rate of the rates of stopping, in units of time, positive
 * @see <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison, Colombo (1987),
 *     Management Science 33(1)</a>
 * @see <a href="http://www.brucehardie.com/notes/009/">Fader, Hardie (2005), A note on deriving the
 *     Pareto/NBD model</a>
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    static final String NAME = "pareto_nbd";

    public ParetoNbd {
        Requires.positive(r, "r");
        Requires.positive(alpha, "alpha");
        Requires.positive(s, "s");
        Requires.positive(beta, "beta");
    }

    /** From what {@link #parameters} gave. */
    static ParetoNbd of(Map<String, Double> parameters) {
        return new ParetoNbd(
                parameters.get("r"),
                parameters.get("alpha"),
                parameters.get("s"),
                parameters.get("beta"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of("r", r, "alpha", alpha, "s", s, "beta", beta));
    }

    @Override
    public double logLikelihood(int frequency, double recency, double age) {
        return terms().logLikelihood(frequency, recency, age);
    }

    @Override
    public double aliveProbability(int frequency, double recency, double age) {
        Terms terms = terms();
        double whole =
                LogSpace.add(terms.lasting(frequency, age), terms.stopped(frequency, recency));
        return Math.min(1, Math.exp(density(frequency, age) - whole));
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code (r+x)/(α+T) · (β+T)/(s−1) · [1 − ((β+T)/(β+T+t))^(s−1)]}; s = 1 is no hole.
     */
    @Override
    public double expectedIfAlive(double time, int frequency, double age) {
        double surplus = s - 1;
        double rest = Math.log1p(time / (beta + age));
        double lived = surplus == 0 ? rest : -Math.expm1(-surplus * rest) / surplus;
        return (r + frequency) / (alpha + age) * (beta + age) * lived;
    }

    Terms terms() {
        return new Terms() {
            @Override
            public double step(int k) {
                return Math.log((r + k) / alpha);
            }

            @Override
            public double lasting(int frequency, double age) {
                return density(frequency, age) + Math.log(1 - stoppedLater(frequency, age));
            }

            @Override
            public double stopped(int frequency, double recency) {
                return density(frequency, recency) + Math.log(stoppedLater(frequency, recency));
            }
        };
    }

    /** {@code ln D(y)/D(0)}, without the {@code αˣ} of {@code D(0)}. */
    private double density(int frequency, double y) {
        return -(r + frequency) * Math.log(1 + y / alpha) - s * Math.log(1 + y / beta);
    }

    /** {@code q(y)}. */
    private double stoppedLater(int frequency, double y) {
        double shapes = r + s + frequency;
        double q =
                alpha >= beta
                        ? GaussFraction.of(r + frequency, shapes, (alpha - beta) / (alpha + y))
                        : GaussFraction.of(s + 1, shapes, (beta - alpha) / (beta + y))
                                * ((alpha + y) / (beta + y));
        return Math.min(1, q * s / shapes);
    }
}
