package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.ValueScoreJson;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
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
            "expected purchases and value, stage, RFM segment. The log is read as the model says. A boosted model wants the",
            "columns that it learnt from, and the result says what each column of the scores comes from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value score purchases.csv --model values/shop --out scores.csv",
            "  marginal value score purchases.csv --model values/shop --horizon 26 --discount 0.1 --since 2026-06-30",
            "  marginal value score purchases.csv --model values/boosted --features customers.csv",
            "  marginal value score purchases.csv --model values/shop --stages campaign.yml",
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

    @Mixin private FeaturesOption features;
    @Mixin private HorizonOptions horizons;
    @Mixin private StagesOption stages;

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
        LearntValue model = new ValueModelFolder(folder).read();
        Horizon horizon = horizons.of(model);
        features.requireFits(model);
        StageRules rules = stages.rules();
        Execution execution = threads.execution();
        TransactionLog read =
                TransactionLog.read(
                        log.source(), model.parametric().settings(), new DuckDbReader());
        LocalDate day = until == null ? read.lastDay() : until;
        if (since != null && since.isAfter(day)) {
            throw new ParameterException(
                    spec.commandLine(), "--since (%s) must not be after %s.".formatted(since, day));
        }
        ScoredCustomers scored = scored(model, read, day, horizon, rules, execution);
        Optional<ScoredCustomers> before =
                Optional.ofNullable(since)
                        .map(
                                earlier ->
                                        ScoredCustomers.of(
                                                model.parametric().valueModel(),
                                                read.histories(earlier, execution),
                                                horizon,
                                                rules,
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

    private ScoredCustomers scored(
            LearntValue model,
            TransactionLog read,
            LocalDate day,
            Horizon horizon,
            StageRules rules,
            Execution execution) {
        Split known = model.known(read, day, execution);
        CustomerColumns columns = features.known(model, read, known.calibration());
        ValueScores scores = model.score(known, columns, horizon, execution);
        return ScoredCustomers.of(known.calibration(), scores, rules);
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
