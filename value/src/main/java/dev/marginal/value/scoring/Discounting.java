package dev.marginal.value.scoring;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The present value of purchases: {@code ∫₀ᵗ e^−δu dF(u) = e^−δt F(t) + δ ∫₀ᵗ e^−δu F(u) du}, F
 * being the expected purchases until u. No purchases have to be put into months: the integral is
 * taken by Gauss and Legendre's rule, F being smooth.
 */
final class Discounting {
    private static final int NODES = 12;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES, 0, 1);

    private Discounting() {}

    static double of(DoubleUnaryOperator expected, double time, double rate) {
        if (rate == 0) {
            return expected.applyAsDouble(time);
        }
        double between =
                RULE.integrate(
                        share ->
                                Math.exp(-rate * time * share)
                                        * expected.applyAsDouble(time * share));
        return Math.exp(-rate * time) * expected.applyAsDouble(time) + rate * time * between;
    }
}
