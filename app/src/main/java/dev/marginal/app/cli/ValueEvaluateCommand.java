package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.log.LogTally;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marginal value evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Cuts a log in two by a day, fits every model to what was before it, and judges them by what came after,",
            "beside predictions that take no model. The boosted model learns from --features too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value evaluate purchases.csv",
            "  marginal value evaluate purchases.csv --features customers.csv",
            "  marginal value evaluate purchases.csv --until 2026-03-31 --end 2026-09-30 --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ValueEvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec;

    @Mixin private PurchaseLog log;
    @Mixin private PurchaseColumns columns;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day that the models know. Default: halfway through the log.")
    private LocalDate until;

    @Option(
            names = "--end",
            paramLabel = "DATE",
            description = "The last day that they are judged by. Default: the log's last.")
    private LocalDate end;

    @Mixin private FeaturesOption features;
    @Mixin private Result result;
    @Mixin private Threads threads;

    /** As JSON. */
    record Told(LogTally log, ValueEvaluation evaluation) {}

    ValueEvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TransactionLog read =
                TransactionLog.read(log.source(), columns.settings(), new DuckDbReader());
        LocalDate cut = until == null ? Holdout.halfway(read) : until;
        LocalDate last = end == null ? read.lastDay() : end;
        if (!cut.isBefore(last)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--until (%s) must be before the end of the holdout (%s)."
                            .formatted(cut, last));
        }
        ValueEvaluation evaluation =
                new Holdout(read, cut, last)
                        .judge(
                                PurchaseModels.names(),
                                features.learnable(read, read.histories(cut, threads.execution())),
                                BoostedSettings.defaults(),
                                threads.execution());
        result.print(
                "value-evaluate-1",
                () -> new Told(read.tally(), evaluation),
                () -> new ValueEvaluationPage(evaluation, read).text());
        console.next("./marginal value fit LOG --out values/model");
        return Ending.DONE.exitCode();
    }
}
