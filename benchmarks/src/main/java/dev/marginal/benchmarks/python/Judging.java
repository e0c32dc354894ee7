package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.learning.TrueEffects;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.benchmarks.statistics.TopShare;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.evaluation.CausalMl;
import dev.marginal.uplift.evaluation.Experiment;
import dev.marginal.uplift.evaluation.RankAverage;
import dev.marginal.uplift.evaluation.Ranking;
import dev.marginal.uplift.evaluation.ScikitUplift;
import dev.marginal.uplift.evaluation.UpliftAtShare;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Judges any contender's predictions of one split, by code that never asks whose they are.
 *
 * @param experiment the judged rows
 * @param effect their doubly robust effects
 * @param truth their true effects; empty where nobody knows
 */
record Judging(Experiment experiment, float[] effect, double[] truth) {
    /** Budgets, as shares of the customers. */
    static final double[] BUDGETS = {0.1, 0.2, 0.3, 0.5};

    static final String ROOT_ERROR = "√PEHE";

    private static final double SHARE = 0.3;

    /** Of a split that was prepared. */
    static Judging of(Path split) {
        Part part = new Part(split.resolve("judge"));
        Path truth = split.resolve("truth.f64");
        return new Judging(
                Experiment.of(
                        PlainArrays.ints(part.file("arm.i32")),
                        PlainArrays.doubles(part.file("outcome.f64"))),
                PlainArrays.floats(split.resolve("effect.f32")),
                Files.exists(truth) ? PlainArrays.doubles(truth) : new double[0]);
    }

    /** The name of a policy value. */
    static String policy(double budget) {
        return "policy at %.0f %%".formatted(100 * budget);
    }

    /** The same of the true effects. */
    static String truePolicy(double budget) {
        return "true " + policy(budget);
    }

    /** Value per metric. */
    Map<String, Double> of(double[] predicted) {
        Requires.require(
                predicted.length == effect.length,
                "predictions",
                predicted.length,
                effect.length + "");
        Ranking ranking = Ranking.by(predicted);
        double[] wide = new double[effect.length];
        Arrays.setAll(wide, row -> effect[row]);
        Map<String, Double> values = new LinkedHashMap<>();
        for (double budget : BUDGETS) {
            values.put(policy(budget), TopShare.sum(wide, ranking, budget) / wide.length);
            if (truth.length > 0) {
                values.put(truePolicy(budget), TopShare.sum(truth, ranking, budget) / wide.length);
            }
        }
        if (truth.length > 0) {
            values.put(ROOT_ERROR, new TrueEffects(predicted, truth).rootError());
        }
        values.put("qini.grf", RankAverage.qini(effect, experiment.weight(), ranking));
        values.put("autoc.grf", RankAverage.autoc(effect, experiment.weight(), ranking));
        values.putAll(theirs(predicted, ranking));
        return values;
    }

    /** What the libraries compute, too; by their names. */
    private Map<String, Double> theirs(double[] predicted, Ranking ranking) {
        Ranking untied = Ranking.withoutTies(predicted);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("auuc.causalml", CausalMl.auuc(experiment, untied));
        values.put("auuc.causalml, raw", CausalMl.rawAuuc(experiment, untied));
        values.put("qini.causalml", CausalMl.qini(experiment, untied));
        values.put("qini.causalml, raw", CausalMl.rawQini(experiment, untied));
        if (Arrays.stream(experiment.outcome()).allMatch(y -> y == 0 || y == 1)) {
            values.put("qini.sklift", ScikitUplift.qini(experiment, ranking));
            values.put("uplift.sklift", ScikitUplift.auuc(experiment, ranking));
            values.put("uplift.sklift at 30 %", UpliftAtShare.overall(experiment, untied, SHARE));
            values.put(
                    "uplift.sklift at 30 % by group",
                    UpliftAtShare.byGroup(experiment, untied, SHARE));
        }
        return values;
    }
}
