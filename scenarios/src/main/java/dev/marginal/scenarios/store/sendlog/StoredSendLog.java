package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A log of Parquet files on a shelf. */
public final class StoredSendLog implements SendLog {
    private final LogShelf shelf;
    private final Execution execution;

    public StoredSendLog(LogShelf shelf, Execution execution) {
        this.shelf = shelf;
        this.execution = execution;
    }

    @Override
    public Imported add(Path file, Optional<Instant> completeThrough) {
        CsvStamp stamp = CsvStamp.of(file);
        Optional<LogFile> known =
                files().stream().filter(one -> one.sha256().equals(stamp.sha256())).findFirst();
        if (known.isPresent()) {
            return again(known.get(), completeThrough);
        }
        LogRows rows = new SendCsv(file, stamp).read(completeThrough);
        stamp.requireUnchanged(file);
        Path draft = shelf.draft();
        try {
            TableFiles.write(rows.table(), draft);
            return keep(new LogFile(draft, stamp.sha256(), rows.count(), rows.completeThrough()));
        } finally {
            delete(draft);
        }
    }

    @Override
    public Optional<Instant> completeThrough() {
        return files().stream().map(LogFile::completeThrough).max(Comparator.naturalOrder());
    }

    @Override
    public PastSends of(IdColumn customers, Instant since) {
        return new PastSendsReader(files(), since, execution).of(customers);
    }

    @Override
    public List<LogFile> files() {
        return shelf.files();
    }

    private Imported keep(LogFile draft) {
        boolean added = shelf.keep(draft);
        return added
                ? new Imported(draft.rows(), 0, draft.completeThrough())
                : new Imported(0, draft.rows(), draft.completeThrough());
    }

    private Imported again(LogFile known, Optional<Instant> completeThrough) {
        Instant through =
                completeThrough
                        .filter(later -> later.isAfter(known.completeThrough()))
                        .orElse(known.completeThrough());
        if (!through.equals(known.completeThrough())) {
            shelf.keep(new LogFile(known.file(), known.sha256(), known.rows(), through));
        }
        return new Imported(0, known.rows(), through);
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
