package dev.marginal.value.spending;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.likelihood.MaximumLikelihood;
import dev.marginal.value.likelihood.MaximumLikelihood.Parameter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gamma-Gamma: what a customer spends at a purchase varies around a mean of their own; amounts are
 * {@code Gamma(p, rate ν)} with {@code ν ~ Gamma(q, rate γ)}, independent of how often they buy.
 *
 * <p>For a mean m of x repeat purchases:
 *
 * <pre>{@code
 * f(m | x) = Γ(px+q) / (Γ(px) Γ(q)) · γ^q m^(px−1) x^(px) / (γ + mx)^(px+q)
 * }</pre>
 *
 * @param p shape of a customer's amounts, positive
 * @param q shape of the rates, above 1, so that the mean of all customers is finite
 * @param gamma rate of the rates, in currency, positive
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie, Lee (2005), Journal of
 *     Marketing Research 42(4)</a>
 * @see <a href="http://www.brucehardie.com/notes/025/">Fader, Hardie (2013), The Gamma-Gamma Model
 *     of Monetary Value</a>
 */
public record GammaGamma(double p, double q, double gamma) {
    public GammaGamma {
        Requires.positive(p, "p");
        Requires.require(q > 1 && Double.isFinite(q), "q", q, "above 1");
        Requires.positive(gamma, "gamma");
    }

    /** From the parameters of a fit. */
    public static GammaGamma of(Map<String, Double> parameters) {
        return new GammaGamma(parameters.get("p"), parameters.get("q"), parameters.get("gamma"));
    }

    /**
     * The most likely parameters, by the customers who came back and spent something then.
     *
     * @throws BadInput if there are none
     */
    public static Fit fit(Histories histories, Execution execution) {
        Spenders spenders = Spenders.of(histories, execution);
        if (spenders.rows() == 0) {
            throw new BadInput(
                    Problem.of(
                            "transactions",
                            "must have customers whose repeat purchases amount to more than nothing",
                            "A model of amounts needs some."));
        }
        return MaximumLikelihood.fit(
                List.of(
                        new Parameter("p", 0, 2),
                        new Parameter("q", 1, 4),
                        new Parameter("gamma", 0, 2 * spenders.meanAmount())),
                at -> spenders.logLikelihood(at[0], at[1], at[2]),
                spenders.rows());
    }

    /**
     * How the mean amount goes with the frequency, among those who count for the fit: the model
     * takes them as independent. Pearson's correlation; {@code NaN} where either never varies.
     */
    public static double dependence(Histories histories, Execution execution) {
        return Spenders.of(histories, execution).dependence();
    }

    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of("p", p, "q", q, "gamma", gamma));
    }

    /** The log-likelihood of histories; those who never came back or spent nothing do not count. */
    public double logLikelihood(Histories histories, Execution execution) {
        return Spenders.of(histories, execution).logLikelihood(p, q, gamma);
    }

    /** The mean amount over all customers, {@code pγ / (q − 1)}, in currency. */
    public double mean() {
        return p * gamma / (q - 1);
    }

    /**
     * What a customer will spend at a purchase, in currency: their own mean, drawn to that of all
     * customers the more, the fewer purchases it rests on. {@code p (γ + mx) / (px + q − 1)}.
     *
     * @param mean of the repeat purchases; not looked at where there are none
     */
    public double expected(int frequency, double mean) {
        return frequency == 0 ? mean() : p * (gamma + mean * frequency) / (p * frequency + q - 1);
    }
}
