package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.ValueScoreJson;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.storage.ValueModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marginal value score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Tells of every customer of a log what they will bring within a horizon and where they stand: P(alive),",
            "expected purchases and value, stage, RFM segment. The log is read as the model says."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value score purchases.csv --model values/shop --out scores.csv",
            "  marginal value score purchases.csv --model values/shop --horizon 26 --discount 0.1 --since 2026-06-30",
            "  marginal value score purchases.csv --model values/shop --dry-run --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ValueScoreCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec;

    @Mixin private PurchaseLog log;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "A model that marginal value fit wrote. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("values", "model");

    @Option(
            names = "--horizon",
            paramLabel = "LENGTH",
            description = "How far to look ahead, in the model's unit of time. Default: a year.")
    private Double length;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            description = {
                "How much less a coin is worth a year later: 0.1 makes it 1 / 1.1. Default: ${DEFAULT-VALUE}."
            })
    private double discount;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The day to stand on. Default: the log's last.")
    private LocalDate until;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Tell how customers moved from stage to stage since this day.")
    private LocalDate since;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the scores go: .csv, .csv.gz or .parquet. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("scores.csv");

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
    @Mixin private Threads threads;

    ValueScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireFree();
        FittedValueModel model = new ValueModelFolder(folder).read();
        Horizon horizon = horizon(model.settings().unit());
        Execution execution = threads.execution();
        TransactionLog read =
                TransactionLog.read(log.source(), model.settings(), new DuckDbReader());
        LocalDate day = until == null ? read.lastDay() : until;
        if (since != null && since.isAfter(day)) {
            throw new ParameterException(
                    spec.commandLine(), "--since (%s) must not be after %s.".formatted(since, day));
        }
        ScoredCustomers scored =
                ScoredCustomers.of(
                        model.valueModel(),
                        read.histories(day, execution),
                        horizon,
                        StageRules.defaults(),
                        execution);
        Optional<ScoredCustomers> before =
                Optional.ofNullable(since)
                        .map(
                                earlier ->
                                        ScoredCustomers.of(
                                                model.valueModel(),
                                                read.histories(earlier, execution),
                                                horizon,
                                                StageRules.defaults(),
                                                execution));
        if (!dryRun.isAsked()) {
            new ScoreFile(out).write(scored.table());
        }
        ValueScoreJson told =
                ValueScoreJson.of(
                        out.toString(),
                        !dryRun.isAsked(),
                        model,
                        scored,
                        before.map(scored::movedSince));
        result.print("value-score-1", () -> told, () -> new ValueScorePage(told).text());
        return Ending.DONE.exitCode();
    }

    private Horizon horizon(UnitOfTime unit) {
        double ahead = length == null ? unit.of(UnitOfTime.YEAR.days()) : length;
        try {
            return new Horizon(ahead, discount);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private void requireFree() {
        if (!out.toString().matches(".+\\.(csv|csv\\.gz|parquet)")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out (%s) must end in .csv, .csv.gz or .parquet.".formatted(out));
        }
        if (Files.exists(out)) {
            throw new BadInput(
                    Problem.of(
                            out.toString(),
                            "is there already; nothing was written",
                            "Give another file with --out, or move this one away."));
        }
    }
}
