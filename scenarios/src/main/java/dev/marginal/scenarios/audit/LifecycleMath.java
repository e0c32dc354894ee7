package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * What purchase models say of a customer, derived anew from what they assume: by integrals over the
 * time of stopping and the chance to stop, where the planner uses closed forms. Times are in the
 * model's unit.
 */
abstract sealed class LifecycleMath {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(40, 0, 1);

    final double r;
    final double alpha;

    private LifecycleMath(JsonNode parameters) {
        this.r = parameters.path("r").asDouble();
        this.alpha = parameters.path("alpha").asDouble();
    }

    /** By the name of the model and its parameters, as plan.json states them. */
    static LifecycleMath of(String model, JsonNode parameters) {
        return switch (model) {
            case "pareto_nbd" -> new Pareto(parameters);
            case "bg_nbd" -> new Geometric(parameters);
            default -> throw new IllegalStateException("plan.json names no known purchase model");
        };
    }

    /** P(alive). */
    abstract double alive(long x, double recency, double age);

    /** Expected purchases per unit of time, so long after the end, of a customer alive then. */
    abstract double pace(long x, double age, double later);

    /** Expected purchases of a customer who is alive, discounted at a rate. */
    final double ahead(long x, double age, double horizon, double rate) {
        return integral(horizon, later -> pace(x, age, later) * Math.exp(-rate * later));
    }

    private static double integral(double length, DoubleUnaryOperator of) {
        return length * RULE.integrate(share -> of.applyAsDouble(share * length));
    }

    /** Customers who stop at any moment, at a rate of their own. */
    static final class Pareto extends LifecycleMath {
        private final double s;
        private final double beta;

        Pareto(JsonNode parameters) {
            super(parameters);
            this.s = parameters.path("s").asDouble();
            this.beta = parameters.path("beta").asDouble();
        }

        /**
         * One over one plus the odds of having stopped: ∫ over the time u of stopping, from the
         * last purchase on, of ((α+T)/(α+u))^(r+x) ((β+T)/(β+u))^s s/(β+u) du, with α+T = (α+u)
         * e^y.
         */
        @Override
        double alive(long x, double recency, double age) {
            double steep = r + x;
            double most = Math.log((alpha + age) / (alpha + recency));
            double odds =
                    integral(
                            most,
                            y -> {
                                double before = (alpha + age) * Math.exp(-y);
                                double u = before - alpha;
                                double stopping = s * Math.log((beta + age) / (beta + u));
                                return s / (beta + u) * before * Math.exp(steep * y + stopping);
                            });
            return 1 / (1 + odds);
        }

        @Override
        double pace(long x, double age, double later) {
            return (r + x) / (alpha + age) * Math.pow((beta + age) / (beta + age + later), s);
        }
    }

    /** Customers who stop after a purchase, with a chance of their own. */
    static final class Geometric extends LifecycleMath {
        private static final int STEPS = 40;

        /** e to the minus it is nothing. */
        private static final double NEGLIGIBLE = 40;

        private final double a;
        private final double b;
        private final Map<Long, double[][]> chances = new HashMap<>();

        Geometric(JsonNode parameters) {
            super(parameters);
            this.a = parameters.path("a").asDouble();
            this.b = parameters.path("b").asDouble();
        }

        /** The odds of having stopped right after the last purchase; the first is no chance to. */
        @Override
        double alive(long x, double recency, double age) {
            if (x == 0) {
                return 1;
            }
            double wait = Math.log((alpha + age) / (alpha + recency));
            return 1 / (1 + a / (b + x - 1) * Math.exp((r + x) * wait));
        }

        /** The mean over the chance to stop of a purchase's rate. */
        @Override
        double pace(long x, double age, double later) {
            double[][] of = chances.computeIfAbsent(x, this::chances);
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < of[0].length; i++) {
                double wait = Math.log1p(of[0][i] * later / (alpha + age));
                weights += of[1][i];
                sum += of[1][i] * Math.exp(-(r + x + 1) * wait);
            }
            return (r + x) / (alpha + age) * sum / weights;
        }

        /**
         * Chances p ~ Beta(a, b + x) and their weights. Both ends are drawn out
         * double-exponentially, since the density may be infinite there.
         */
        private double[][] chances(long x) {
            double thinnest = Math.min(1, Math.min(a, b + x));
            double most = NEGLIGIBLE / thinnest / Math.PI;
            double widest = Math.log(most + Math.sqrt(most * most + 1));
            double[][] chances = new double[2][2 * STEPS + 1];
            for (int i = 0; i < chances[0].length; i++) {
                double t = widest * (i - STEPS) / STEPS;
                double w = Math.PI * Math.sinh(t);
                double logOfP = w < 0 ? w - Math.log1p(Math.exp(w)) : -Math.log1p(Math.exp(-w));
                double logOfRest = logOfP - w;
                chances[0][i] = Math.exp(logOfP);
                chances[1][i] = Math.cosh(t) * Math.exp(a * logOfP + (b + x) * logOfRest);
            }
            return chances;
        }
    }
}
