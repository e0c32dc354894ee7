package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.pictures.NoFonts;
import dev.marginal.reports.Page;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueCurves;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.Verdict;
import dev.marginal.value.log.LogTally;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.report.ValueReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
            "beside predictions that take no model. The boosted model learns from --features too; --report draws it all.",
            "Stages are not judged, as no model predicts them: marginal value score --stages reads them off P(alive)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value evaluate purchases.csv",
            "  marginal value evaluate purchases.csv --report value.html --charts charts",
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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Where a page with charts goes, .html: one file that works offline. Default: nowhere.")
    private Path report;

    @Option(
            names = "--charts",
            paramLabel = "FOLDER",
            description = "Where each chart goes, as SVG and as PNG. Default: nowhere.")
    private Path charts;

    @Mixin private Result result;
    @Mixin private Threads threads;

    /**
     * As JSON.
     *
     * @param files none where no report and no charts were asked for
     */
    record Told(LogTally log, ValueEvaluation evaluation, ValueCurves curves, Files files) {}

    /** Those that were written. */
    record Files(String report, List<String> charts) {}

    ValueEvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws NoFonts {
        if (report != null && !report.toString().endsWith(".html")) {
            throw new ParameterException(
                    spec.commandLine(), "--report (%s) must end in .html.".formatted(report));
        }
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
        Verdict verdict =
                new Holdout(read, cut, last)
                        .judge(
                                PurchaseModels.names(),
                                features.learnable(read, read.histories(cut, threads.execution())),
                                BoostedSettings.defaults(),
                                threads.execution());
        ReportFiles files = new ReportFiles(report, charts);
        List<String> drawn = isDrawn() ? draw(files, verdict, read) : List.of();
        result.print(
                "value-evaluate-1",
                () -> told(read.tally(), verdict, drawn),
                () ->
                        new ValueEvaluationPage(verdict.evaluation(), read).text()
                                + (isDrawn() ? "\n\n" + files.told(drawn) : ""));
        console.next(
                report == null
                        ? "./marginal value fit LOG --out values/model"
                        : "open %s in a browser, or ./marginal value fit LOG --out values/model"
                                .formatted(report));
        return Ending.DONE.exitCode();
    }

    private boolean isDrawn() {
        return report != null || charts != null;
    }

    private static List<String> draw(ReportFiles files, Verdict verdict, TransactionLog log)
            throws NoFonts {
        Page page = new ValueReport(verdict, log).page();
        return files.write(page.html(), page.charts());
    }

    private Told told(LogTally log, Verdict verdict, List<String> drawn) {
        return new Told(
                log,
                verdict.evaluation(),
                verdict.curves(),
                isDrawn() ? new Files(report == null ? null : report.toString(), drawn) : null);
    }
}
