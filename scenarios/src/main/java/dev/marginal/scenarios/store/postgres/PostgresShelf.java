package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.store.sendlog.LogShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files of a log on a server, each copied here before it is first read: they never change, so
 * that allowances are computed from Parquet on this machine's disk.
 */
final class PostgresShelf implements LogShelf {
    private static final String ENDING = ".parquet";

    private final Server server;
    private final Copies copies;

    PostgresShelf(Server server, Copies copies) {
        this.server = server;
        this.copies = copies;
    }

    private record Entry(String sha256, long rows, Instant completeThrough, long file) {}

    @Override
    public List<LogFile> files() {
        List<Entry> entries = server.reading(transaction -> entries(transaction, "true"));
        return entries.stream().map(this::here).toList();
    }

    @Override
    public Path draft() {
        return server.here(() -> copies.draft(ENDING));
    }

    @Override
    public boolean keep(LogFile draft) {
        boolean isNew =
                server.writing(
                        transaction -> {
                            transaction.lock("marginal log");
                            Optional<Entry> known =
                                    entries(transaction, "sha256 = ?", draft.sha256()).stream()
                                            .findFirst();
                            return known.isPresent()
                                    ? extended(transaction, known.get(), draft)
                                    : added(transaction, draft);
                        });
        if (isNew) {
            server.here(() -> copies.adopt(draft.file(), copies.log(draft.sha256(), ENDING)));
        }
        return isNew;
    }

    private static boolean added(Transaction transaction, LogFile draft)
            throws SQLException, IOException {
        transaction.change(
                """
                INSERT INTO marginal.log_file (sha256, rows, complete_through, file)
                VALUES (?, ?, ?, ?)""",
                draft.sha256(),
                draft.rows(),
                draft.completeThrough().toString(),
                new FileRows(transaction).put(draft.file()));
        return true;
    }

    private static boolean extended(Transaction transaction, Entry known, LogFile draft)
            throws SQLException {
        if (draft.completeThrough().isAfter(known.completeThrough())) {
            transaction.change(
                    "UPDATE marginal.log_file SET complete_through = ? WHERE sha256 = ?",
                    draft.completeThrough().toString(),
                    draft.sha256());
        }
        return false;
    }

    private static List<Entry> entries(Transaction transaction, String where, Object... values)
            throws SQLException, IOException {
        return transaction.all(
                row ->
                        new Entry(
                                row.getString(1),
                                row.getLong(2),
                                Instant.parse(row.getString(3)),
                                row.getLong(4)),
                "SELECT sha256, rows, complete_through, file FROM marginal.log_file WHERE %s ORDER BY place"
                        .formatted(where),
                values);
    }

    private LogFile here(Entry entry) {
        Path place = server.here(() -> copies.log(entry.sha256(), ENDING));
        if (!Files.exists(place)) {
            server.reading(
                    transaction -> {
                        Path draft = copies.draft(ENDING);
                        new FileRows(transaction).get(entry.file(), draft);
                        return copies.adopt(draft, place);
                    });
        }
        return new LogFile(place, entry.sha256(), entry.rows(), entry.completeThrough());
    }
}
