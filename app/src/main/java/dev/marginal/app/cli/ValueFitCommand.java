package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.storage.ValueModelFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marginal value fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from a log of purchases when customers buy, when they stop and how much they spend.",
            "marginal value score --model takes the folder that it writes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value fit purchases.csv --out values/shop",
            "  marginal value fit 'purchases-*.parquet' --customer buyer --time paid_at --amount total --refunds netted --out values/shop",
            "  marginal value fit purchases.csv --until 2026-06-30 --dry-run",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ValueFitCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private PurchaseLog log;
    @Mixin private PurchaseColumns columns;
    @Mixin private PurchaseModelOption model;

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

    /** As JSON. */
    record Told(String folder, boolean written, FittedValueModel model) {}

    ValueFitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = model.name();
        FreeFolder.require(out);
        TransactionLog read =
                TransactionLog.read(log.source(), columns.settings(), new DuckDbReader());
        FittedValueModel fitted =
                new ValueLearner(threads.execution())
                        .fit(read, name, until == null ? read.lastDay() : until);
        if (!dryRun.isAsked()) {
            new ValueModelFolder(out).write(fitted);
        }
        result.print(
                "value-fit-1",
                () -> new Told(out.toString(), !dryRun.isAsked(), fitted),
                () -> page(fitted));
        console.next(
                dryRun.isAsked()
                        ? "the same command without --dry-run"
                        : "./marginal value score LOG --model " + out);
        return Ending.DONE.exitCode();
    }

    private String page(FittedValueModel fitted) {
        String ending =
                dryRun.isAsked()
                        ? "Nothing was written; %s would hold the model"
                        : "Model folder: %s";
        return new FittedValuePage(fitted).text() + "\n\n" + ending.formatted(out);
    }
}
