package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal log import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a file of sends to the log, whole or not at all; the same file again adds nothing.",
            "Columns: customer, channel, sent_at; maybe status, status_at, campaign, offer, tags, decision_id, counts, cost, gap."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  marginal log import sends.csv --complete-through 2026-11-20T23:59:59+08:00 --store plans")
final class LogImportCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Such as sends.csv or sends.csv.gz.")
    private Path file;

    @Option(
            names = "--complete-through",
            paramLabel = "TIME",
            description = {
                "Until when nothing is missing after this file, such as 2026-11-20T23:59:59+08:00; give it where the last",
                "hours may have had no sends at all. Default: the last sent_at in the file."
            })
    private String completeThrough;

    @Mixin private StoreOption store;

    LogImportCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<Instant> complete = Optional.ofNullable(completeThrough).map(this::instant);
        try (PlanStore open = store.open(clock)) {
            SendLog.Imported imported = open.log().add(file, complete);
            console.print(
                    "%s: %,d rows added, %,d known already; the log is complete through %s"
                            .formatted(
                                    file,
                                    imported.added(),
                                    imported.known(),
                                    imported.completeThrough()));
        }
        return Ending.DONE.exitCode();
    }

    private Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException misread) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--complete-through (%s) must be a time with its offset, such as 2026-11-20T23:59:59+08:00."
                            .formatted(text));
        }
    }
}
