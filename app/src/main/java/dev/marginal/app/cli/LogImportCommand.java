package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal log import sends.csv --complete-through 2026-11-20T23:59:59+08:00 --store plans",
            "  marginal log import sends.csv --dry-run",
            "  psql -c \"copy (select ...) to stdout csv header\" | marginal log import -",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class LogImportCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            converter = StandardInput.OrFile.class,
            description =
                    "Such as sends.csv or sends.csv.gz; - for the standard input, as CSV or gzip.")
    private Path file;

    @Option(
            names = "--complete-through",
            paramLabel = "TIME",
            description = {
                "Until when nothing is missing after this file, such as 2026-11-20T23:59:59+08:00; give it where the last",
                "hours may have had no sends at all. Default: the last sent_at in the file."
            })
    private String completeThrough;

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
    @Mixin private StoreOption store;

    /** As JSON. */
    record Told(String file, boolean written, long added, long known, String completeThrough) {}

    LogImportCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<Instant> complete = Optional.ofNullable(completeThrough).map(this::instant);
        if (!StandardInput.isMeant(file)) {
            take(file, complete);
            return Ending.DONE.exitCode();
        }
        try (Fleeting aside = Fleeting.temporary("marginal-input-")) {
            take(console.input().table(aside.path()), complete);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Ending.DONE.exitCode();
    }

    private void take(Path sends, Optional<Instant> complete) {
        if (dryRun.isAsked()) {
            tell(
                    preview(sends, complete),
                    "%s: %,d rows could be added, %,d stand twice; nothing was written, and the log was not asked for those it knows; the file is complete through %s");
            console.next("the same command without --dry-run");
            return;
        }
        try (PlanStore open = store.open(clock)) {
            tell(
                    open.log().add(sends, complete),
                    "%s: %,d rows added, %,d known already; the log is complete through %s");
        }
        console.next("./marginal log show " + store.words());
    }

    /** What an empty log would take from the file. */
    private SendLog.Imported preview(Path sends, Optional<Instant> complete) {
        try (Fleeting aside = Fleeting.temporary("marginal-dry-run-");
                PlanStore empty = DirectoryStore.at(aside.path(), Lease.usual(clock))) {
            return empty.log().add(sends, complete);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void tell(SendLog.Imported imported, String sentence) {
        String through = imported.completeThrough().toString();
        result.print(
                "log-import-1",
                () ->
                        new Told(
                                file.toString(),
                                !dryRun.isAsked(),
                                imported.added(),
                                imported.known(),
                                through),
                () ->
                        sentence.formatted(
                                StandardInput.name(file),
                                imported.added(),
                                imported.known(),
                                through));
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
