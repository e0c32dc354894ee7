package dev.marginal.value.likelihood;

import dev.marginal.value.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Fits positive parameters to data. They are climbed in logarithms, {@code θ = ln(p − floor)}, in
 * which the likelihoods of this module are nearly quadratic; the standard error of {@code p} is
 * {@code (p − floor)} times that of {@code θ} (delta method).
 */
public final class MaximumLikelihood {
    private static final double CONVERGED = 1e-6;
    private static final double VAGUE = 10;
    private static final double FAR = 5;
    private static final double REACH = 10;

    private MaximumLikelihood() {}

    /**
     * A positive parameter.
     *
     * @param floor what it stays above, mostly 0
     * @param start where the search begins, above the floor
     * @param reach how far it may go from there, as a logarithm
     */
    public record Parameter(String name, double floor, double start, double reach) {
        /** One that goes no further than a factor of 22,000. */
        public Parameter(String name, double floor, double start) {
            this(name, floor, start, REACH);
        }
    }

    /**
     * The most likely parameters.
     *
     * @param logLikelihood of parameters in their own order, not of their logarithms
     * @param customers how many the likelihood is a product over
     */
    public static Fit fit(
            List<Parameter> parameters, ToDoubleFunction<double[]> logLikelihood, long customers) {
        Peak peak =
                Ascent.of(
                        at -> logLikelihood.applyAsDouble(natural(parameters, at)),
                        start(parameters),
                        reach(parameters));
        return fit(parameters, peak, customers);
    }

    /**
     * The same where a part of the customers has been fitted before: the search begins at their
     * peak. Where they have none, or it leads nowhere, it is as if there had been no part.
     */
    public static Fit fit(
            List<Parameter> parameters,
            ToDoubleFunction<double[]> logLikelihood,
            long customers,
            Fit part) {
        if (part.converged()) {
            List<Parameter> near =
                    parameters.stream()
                            .map(
                                    p ->
                                            new Parameter(
                                                    p.name(),
                                                    p.floor(),
                                                    part.parameters().get(p.name()),
                                                    p.reach()))
                            .toList();
            Peak peak =
                    Ascent.near(
                            at -> logLikelihood.applyAsDouble(natural(near, at)),
                            start(near),
                            reach(near));
            if (peak.gap() < CONVERGED) {
                return fit(near, peak, customers);
            }
        }
        return fit(parameters, logLikelihood, customers);
    }

    private static Fit fit(List<Parameter> parameters, Peak peak, long customers) {
        double[] natural = natural(parameters, peak.at());
        SortedMap<String, Double> values = new TreeMap<>();
        SortedMap<String, Double> errors = new TreeMap<>();
        for (int i = 0; i < natural.length; i++) {
            Parameter parameter = parameters.get(i);
            values.put(parameter.name(), natural[i]);
            errors.put(parameter.name(), (natural[i] - parameter.floor()) * peak.errors()[i]);
        }
        return new Fit(
                values,
                errors,
                peak.value(),
                customers,
                peak.evaluations(),
                peak.gap(),
                peak.gap() < CONVERGED,
                finding(parameters, peak));
    }

    private static String finding(List<Parameter> parameters, Peak peak) {
        if (!(peak.gap() < CONVERGED)) {
            return noPeak(parameters, peak);
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (peak.errors()[i] > VAGUE) {
                return "The log hardly tells %s: its standard error is %.0f times its size."
                        .formatted(parameters.get(i).name(), peak.errors()[i]);
            }
        }
        return "";
    }

    private static String noPeak(List<Parameter> parameters, Peak peak) {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            double way = peak.at()[i] - Math.log(parameter.start() - parameter.floor());
            if (Math.abs(way) > FAR) {
                gone.add(parameter.name() + (way > 0 ? " grows" : " shrinks"));
            }
        }
        return gone.isEmpty()
                ? "No peak of the likelihood was found: the parameters are where the search ended."
                        + " Maybe the log is too short, or too few customers bought twice."
                : "The likelihood has no peak: it rises as long as "
                        + String.join(" and ", gone)
                        + ". The log does not tell these parameters apart; what they predict may hold"
                        + " all the same, which a holdout tells.";
    }

    private static double[] start(List<Parameter> parameters) {
        return parameters.stream().mapToDouble(p -> Math.log(p.start() - p.floor())).toArray();
    }

    private static double[] reach(List<Parameter> parameters) {
        return parameters.stream().mapToDouble(Parameter::reach).toArray();
    }

    private static double[] natural(List<Parameter> parameters, double[] at) {
        double[] natural = new double[at.length];
        Arrays.setAll(natural, i -> parameters.get(i).floor() + Math.exp(at[i]));
        return natural;
    }
}
