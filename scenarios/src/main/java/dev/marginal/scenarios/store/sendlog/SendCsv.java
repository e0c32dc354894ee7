package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.csv.CsvFile;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A CSV of sends, as a provider or a data warehouse exports it. */
final class SendCsv {
    private static final double MOST_COST = 1e9;
    private static final List<Field> REQUIRED =
            List.of(
                    Field.id("customer"),
                    Field.oneOf("channel", List.of()),
                    Field.instant("sent_at"));
    private static final List<Field> OPTIONAL =
            List.of(
                    Field.maybeOneOf(
                            "status",
                            Arrays.stream(SendStatus.values()).map(SendStatus::word).toList()),
                    Field.maybeInstant("status_at"),
                    Field.category("campaign"),
                    Field.category("offer"),
                    Field.category("tags"),
                    Field.text("decision_id"),
                    Field.maybeOneOf("counts", List.of("true", "false")),
                    Field.amount("cost", 0, MOST_COST),
                    Field.category("gap"));

    private final Path file;
    private final CsvStamp stamp;

    SendCsv(Path file, CsvStamp stamp) {
        this.file = file;
        this.stamp = stamp;
    }

    /**
     * The rows of the file.
     *
     * @throws BadInput with everything that is wrong
     */
    LogRows read(Optional<Instant> completeThrough) {
        Problems problems = new Problems();
        if (!stamp.ended()) {
            problems.add(cutOff());
        }
        LogColumns columns = new LogColumns(table(problems));
        tell(columns.faults(), problems);
        Optional<Instant> through = completeThrough.or(columns::lastSend);
        if (through.isEmpty()) {
            problems.add(nothingSent());
        }
        problems.throwIfAny();
        return new LogRows(columns.table(), through.get());
    }

    private Table table(Problems problems) {
        try {
            Path here = Path.of("").toAbsolutePath();
            return new DuckDbReader().read(new Source.Files(here, file.toString()), layout());
        } catch (BadInput bad) {
            bad.problems().forEach(problems::add);
            problems.addUntold(bad.found() - bad.problems().size());
            problems.throwIfAny();
            throw bad;
        }
    }

    private Layout layout() {
        List<Field> fields = new ArrayList<>(REQUIRED);
        try {
            List<String> header = CsvFile.glance(file, file.toString()).columns();
            OPTIONAL.stream().filter(field -> header.contains(field.name())).forEach(fields::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Layout(
                fields,
                List.of(),
                Layout.Others.REFUSED,
                "Maybe remove it; docs/file-formats.md lists the columns of a send log.",
                true);
    }

    private void tell(List<LogColumns.Fault> faults, Problems problems) {
        long[] rows = faults.stream().mapToLong(LogColumns.Fault::row).toArray();
        try {
            long[] lines = CsvFile.glance(file, file.toString()).lines(rows);
            for (int i = 0; i < lines.length; i++) {
                LogColumns.Fault fault = faults.get(i);
                problems.add(
                        new Problem(
                                file.toString(),
                                lines[i],
                                fault.column(),
                                fault.value(),
                                fault.expectation(),
                                ""));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Problem cutOff() {
        return new Problem(
                file.toString(),
                stamp.lines() + 1,
                "the last line",
                null,
                "must end with a line end",
                "Maybe the file is still being written; import it again when it is whole.");
    }

    private Problem nothingSent() {
        return Problem.of(
                file.toString(),
                "must hold a send",
                "If nothing was sent, say until when that is known.");
    }
}
