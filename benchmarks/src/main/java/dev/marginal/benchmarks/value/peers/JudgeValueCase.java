package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import dev.marginal.tables.RowBlocks;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.evaluation.Candidate;
import dev.marginal.value.evaluation.Evaluator;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.Split;
import dev.marginal.value.purchases.PurchaseModels;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Judges what all fitters predict of one log by one code, and holds what the libraries compute at
 * Marginal's parameters against Marginal.
 */
public final class JudgeValueCase {
    private static final Set<String> OPTIONS = Set.of("files", "fitters", "threads", "facts");

    /** Of both models of purchases. */
    private static final List<String> PARAMETERS = List.of("r", "alpha", "s", "beta", "a", "b");

    private final Facts facts;
    private final ValueFiles files;
    private final Split split;
    private final Execution execution;

    private JudgeValueCase(Options options) {
        this.facts = options.facts();
        this.files = new ValueFiles(Path.of(options.text("files", "")));
        this.execution = new Execution(options.integer("threads", 2));
        LocalDate until = LocalDate.parse(files.split().text("until").orElseThrow());
        long horizon = (long) files.split().most("horizon").orElseThrow();
        this.split =
                files.log()
                        .read(new DuckDbReader())
                        .split(until, until.plusDays(horizon), execution);
    }

    /** Judges the fitters that are complete. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        JudgeValueCase judge = new JudgeValueCase(options);
        List<Fitter> fitters =
                Arrays.stream(options.words("fitters", "")).map(Fitter::named).toList();
        judge.facts.add("customers", judge.split.calibration().rows());
        judge.judge(fitters);
        fitters.forEach(judge::likelihood);
        fitters.stream().filter(Fitter::isPeer).forEach(judge::compare);
    }

    private void judge(List<Fitter> fitters) {
        ValueEvaluation evaluation =
                Evaluator.evaluate(split, fitters.stream().map(this::candidate).toList());
        evaluation.purchases().forEach(judged -> tell("purchases", judged));
        evaluation.spend().forEach(judged -> tell("value", judged));
    }

    private Candidate candidate(Fitter fitter) {
        double[] purchases = column(fitter, "purchases");
        double[] value = column(fitter, "spend");
        Arrays.setAll(value, row -> value[row] * purchases[row]);
        return new Candidate(fitter.word(), purchases, value);
    }

    private void tell(String what, Judged judged) {
        if (judged.model()) {
            String name = judged.name() + ", " + what + ", ";
            facts.add(name + "gini", judged.discrimination().normalisedGini());
            facts.add(name + "ratio", judged.calibration().ratio());
            facts.add(name + "error", judged.calibration().meanAbsoluteError());
        }
    }

    /** Of the parameters that a fitter found, by Marginal's code. */
    private void likelihood(Fitter fitter) {
        PurchaseModel model = model(fitter);
        facts.add(
                fitter.word() + ", likelihood",
                RowBlocks.sum(
                        split.calibration().rows(),
                        execution,
                        (from, to) ->
                                IntStream.range(from, to)
                                        .mapToDouble(row -> likelihood(model, row))
                                        .sum()));
    }

    private double likelihood(PurchaseModel model, int row) {
        Histories histories = split.calibration();
        return model.logLikelihood(
                histories.frequency()[row], histories.recency(row), histories.age(row));
    }

    /** A library's own figures at the parameters that Marginal found, beside Marginal's. */
    private void compare(Fitter peer) {
        Fitter ours = peer.ours();
        PurchaseModel model = model(ours);
        Histories histories = split.calibration();
        double[] alive = new double[histories.rows()];
        Arrays.setAll(
                alive,
                row ->
                        model.aliveProbability(
                                histories.frequency()[row],
                                histories.recency(row),
                                histories.age(row)));
        Parity parity = new Parity(facts, peer);
        parity.tell("alive", column(peer, "alive at ours"), alive);
        parity.tell("purchases", column(peer, "purchases at ours"), column(ours, "purchases"));
        parity.tell("spend", column(peer, "spend at ours"), column(ours, "spend"));
        for (String likelihood : List.of("likelihood", "likelihood of amounts")) {
            parity.tell(
                    likelihood,
                    files.facts(peer).numbers(likelihood + " at ours"),
                    files.facts(ours).numbers(likelihood));
        }
    }

    private PurchaseModel model(Fitter fitter) {
        Map<String, Double> parameters = new TreeMap<>();
        for (String name : PARAMETERS) {
            files.facts(fitter).most(name).ifPresent(value -> parameters.put(name, value));
        }
        return PurchaseModels.of(fitter.model(), parameters);
    }

    private double[] column(Fitter fitter, String name) {
        return PlainArrays.doubles(files.column(fitter, name));
    }
}
