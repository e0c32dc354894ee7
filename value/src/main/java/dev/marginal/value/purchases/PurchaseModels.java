package dev.marginal.value.purchases;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.likelihood.GroupedHistories;
import dev.marginal.value.likelihood.MaximumLikelihood;
import dev.marginal.value.likelihood.MaximumLikelihood.Parameter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All models of purchases, by name; the first is the default. */
public final class PurchaseModels {
    /** How a model is made, and where the search for its parameters begins. */
    private record Kind(
            String name,
            Function<Map<String, Double>, PurchaseModel> restore,
            Function<double[], Terms> terms,
            Function<Customary, List<Parameter>> start) {}

    /** What customers do on average: their rate of repeat purchases, and their age. */
    private record Customary(double rate, double age) {}

    private static final int MANY = 100_000;
    private static final int PART = 16;

    /** Where nobody is seen to stop, a is nothing: the sums of BG/NBD take any a and b. */
    private static final double STOPPING = 16;

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            ParetoNbd.NAME,
                            ParetoNbd::of,
                            p -> new ParetoNbd(p[0], p[1], p[2], p[3]).terms(),
                            usual ->
                                    List.of(
                                            new Parameter("r", 0, 1),
                                            new Parameter("alpha", 0, 1 / usual.rate()),
                                            new Parameter("s", 0, 1),
                                            new Parameter("beta", 0, usual.age()))),
                    new Kind(
                            BgNbd.NAME,
                            BgNbd::of,
                            p -> new BgNbd(p[0], p[1], p[2], p[3]).terms(),
                            usual ->
                                    List.of(
                                            new Parameter("r", 0, 1),
                                            new Parameter("alpha", 0, 1 / usual.rate()),
                                            new Parameter("a", 0, 1, STOPPING),
                                            new Parameter("b", 0, 3, STOPPING))));

    private PurchaseModels() {}

    /** What model files and the command line call them. */
    public static List<String> names() {
        return KINDS.stream().map(Kind::name).toList();
    }

    /** A model with parameters that a fit found. */
    public static PurchaseModel of(String name, Map<String, Double> parameters) {
        return kind(name).restore().apply(parameters);
    }

    /**
     * The most likely parameters of a model. Of 100,000 customers or more, one in sixteen is fitted
     * first, which tells about where the peak of all is.
     *
     * @throws BadInput if nobody ever came back, so that there is nothing to learn from
     */
    public static Fit fit(String name, Histories histories, Execution execution) {
        Customary usual = customary(histories);
        Kind kind = kind(name);
        List<Parameter> start = kind.start().apply(usual);
        int customers = histories.rows();
        ToDoubleFunction<double[]> all = likelihood(kind, histories, 1, execution);
        if (customers < MANY) {
            return MaximumLikelihood.fit(start, all, customers);
        }
        Fit part =
                MaximumLikelihood.fit(
                        start, likelihood(kind, histories, PART, execution), customers / PART);
        return MaximumLikelihood.fit(start, all, customers, part);
    }

    private static ToDoubleFunction<double[]> likelihood(
            Kind kind, Histories histories, int every, Execution execution) {
        Likelihood likelihood =
                new Likelihood(GroupedHistories.of(histories, every), histories.unit(), execution);
        return parameters -> likelihood.of(kind.terms().apply(parameters));
    }

    private static Customary customary(Histories histories) {
        long purchases = IntStream.of(histories.frequency()).asLongStream().sum();
        double days = IntStream.of(histories.ageDays()).asLongStream().sum();
        if (purchases == 0) {
            throw new BadInput(
                    Problem.of(
                            "transactions",
                            "must have customers who bought on two days or more until "
                                    + histories.until(),
                            "A model of repeat purchases needs some."));
        }
        double age = histories.unit().of(days);
        return new Customary(purchases / age, age / histories.rows());
    }

    private static Kind kind(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "model (%s) must be one of %s.".formatted(name, names())));
    }
}
