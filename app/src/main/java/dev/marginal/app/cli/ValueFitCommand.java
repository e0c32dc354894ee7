package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Histories;
import dev.marginal.value.boosted.BoostedFit;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.storage.ValueModelFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marginal value fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from a log of purchases when customers buy, when they stop and how much they spend; with --model boosted",
            "also from what else is known of them.",
            "marginal value score --model takes the folder that it writes. Stages are no part of a model: score --stages tells them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value fit purchases.csv --out values/shop",
            "  marginal value fit 'purchases-*.parquet' --customer buyer --time paid_at --amount total --refunds netted --out values/shop",
            "  marginal value fit purchases.csv --model boosted --features customers.csv --horizon 26 --out values/boosted",
            "  marginal value fit purchases.csv --until 2026-06-30 --dry-run",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ValueFitCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private PurchaseLog log;
    @Mixin private PurchaseColumns columns;
    @Mixin private PurchaseModelOption model;
    @Mixin private TreesOptions trees;
    @Mixin private FeaturesOption features;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day that the model may know. Default: the log's last.")
    private LocalDate until;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the model goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("values", "model");

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
    @Mixin private Threads threads;

    /**
     * As JSON.
     *
     * @param boosted null without trees
     */
    record Told(String folder, boolean written, FittedValueModel model, BoostedFit boosted) {
        static Told of(String folder, boolean written, LearntValue learnt) {
            return new Told(folder, written, learnt.parametric(), learnt.treesFit().orElse(null));
        }
    }

    ValueFitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = model.name();
        trees.requireGoTogether(features);
        FreeFolder.require(out);
        LearntValue learnt = learn(name);
        if (!dryRun.isAsked()) {
            new ValueModelFolder(out).write(learnt);
        }
        result.print(
                "value-fit-1",
                () -> Told.of(out.toString(), !dryRun.isAsked(), learnt),
                () -> page(learnt));
        console.next(
                dryRun.isAsked()
                        ? "the same command without --dry-run"
                        : "./marginal value score LOG --model %s%s"
                                .formatted(out, features.isGiven() ? " --features FILE" : ""));
        return Ending.DONE.exitCode();
    }

    private LearntValue learn(String name) {
        Execution execution = threads.execution();
        TransactionLog read =
                TransactionLog.read(log.source(), columns.settings(), new DuckDbReader());
        Histories histories = read.histories(until == null ? read.lastDay() : until, execution);
        Optional<BoostedModel> grown = trees.grow(read, histories, features, execution);
        return new LearntValue(new ValueLearner(execution).fit(read, histories, name), grown);
    }

    private String page(LearntValue learnt) {
        String ending =
                dryRun.isAsked()
                        ? "Nothing was written; %s would hold the model"
                        : "Model folder: %s";
        return new FittedValuePage(learnt).text() + "\n\n" + ending.formatted(out);
    }
}
