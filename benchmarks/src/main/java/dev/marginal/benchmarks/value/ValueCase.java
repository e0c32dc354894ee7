package dev.marginal.benchmarks.value;

import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.likelihood.GroupedHistories;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import dev.marginal.value.spending.GammaGamma;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a planted log from disk, sums it up, fits every model, and scores its customers a year
 * ahead at a discount of 10 % a year; several times, the first in a JVM that is cold.
 */
public final class ValueCase {
    private static final Set<String> OPTIONS =
            Set.of("customers", "seed", "repeats", "threads", "log", "facts");

    private static final double DISCOUNT = .1;

    private final Facts facts;
    private final Execution execution;
    private final LogFile log;

    private ValueCase(Facts facts, Execution execution, LogFile log) {
        this.facts = facts;
        this.execution = execution;
        this.log = log;
    }

    /** Measures one size. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, OPTIONS);
        int customers = options.integer("customers", 100_000);
        int seed = options.integer("seed", 101);
        Path folder = Path.of(options.text("log", ""));
        LogFile log =
                new LogFile(folder.resolve("planted-value-%d-%d.csv".formatted(customers, seed)));
        log.write(() -> new PlantedLog(seed, customers, PlantedLog.YEAR).rows());
        ValueCase one =
                new ValueCase(options.facts(), new Execution(options.integer("threads", 2)), log);
        one.facts.add("bytes on disk", Files.size(log.file()));
        for (int repeat = 0; repeat < options.integer("repeats", 1); repeat++) {
            one.measure(folder);
        }
    }

    private void measure(Path folder) throws IOException {
        System.gc();
        OwnMemory.forgetPeak();
        facts.add("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        DuckDbReader reader = new DuckDbReader();
        Effort file = new Effort();
        TransactionLog read =
                time(
                        "log",
                        () ->
                                log.read(
                                        (source, layout) ->
                                                file.of(() -> reader.read(source, layout))));
        file.tell(facts, "reading");
        Histories histories = time("summing", () -> read.histories(read.lastDay(), execution));
        FittedValueModel model =
                time(
                        "model",
                        () ->
                                new ValueLearner(execution)
                                        .fit(read, histories, PurchaseModels.names().get(0)));
        facts.add("memory of fitting", OwnMemory.peak());
        facts.add("rows", read.tally().rows());
        facts.add("different histories", GroupedHistories.of(histories).rows());
        for (String name : PurchaseModels.names()) {
            tell(name, time(name, () -> PurchaseModels.fit(name, histories, execution)));
        }
        tell("gamma_gamma", time("gamma_gamma", () -> GammaGamma.fit(histories, execution)));
        score(model, histories, folder);
    }

    private void score(FittedValueModel model, Histories histories, Path folder)
            throws IOException {
        OwnMemory.forgetPeak();
        facts.add("memory before scoring", OwnMemory.held());
        Horizon year = new Horizon(PlantedLog.YEAR, DISCOUNT);
        ValueScores scores =
                time("scoring", () -> model.valueModel().score(histories, year, execution));
        facts.add("value", scores.total());
        ScoredCustomers all =
                time(
                        "scoring with stages",
                        () ->
                                ScoredCustomers.of(
                                        model.valueModel(),
                                        histories,
                                        year,
                                        StageRules.defaults(),
                                        execution));
        facts.add("memory of scoring", OwnMemory.peak());
        Path file = Files.createTempFile(folder, "scores", ".csv");
        time(
                "writing",
                () -> {
                    TableFiles.write(all.table(), file);
                    return file;
                });
        Files.delete(file);
    }

    private void tell(String name, Fit fit) {
        facts.add(name + ", evaluations", fit.evaluations());
        facts.add(name + ", likelihood", fit.logLikelihood());
        facts.add(name + ", converged", fit.converged());
    }

    private <T> T time(String name, Supplier<T> work) {
        Effort effort = new Effort();
        T result = effort.of(work);
        effort.tell(facts, name);
        return result;
    }
}
