package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.store.PlanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The files of plans' folders: rows of {@code marginal.plan_file}. */
final class PlanFileRows {
    private final Transaction transaction;
    private final FileRows files;

    PlanFileRows(Transaction transaction) {
        this.transaction = transaction;
        this.files = new FileRows(transaction);
    }

    private record Named(String path, long file) {}

    /** Keeps every file in a folder. */
    void put(PlanRecord attempt, Path folder) throws SQLException, IOException {
        for (Path file : files(folder)) {
            transaction.change(
                    "INSERT INTO marginal.plan_file VALUES (?, ?, ?, ?, ?)",
                    attempt.key().campaign(),
                    attempt.key().date(),
                    attempt.number(),
                    folder.relativize(file).toString().replace('\\', '/'),
                    files.put(file));
        }
    }

    /** Writes a plan's files to a new folder; whether there are any. */
    boolean get(PlanRecord plan, Path folder) throws SQLException, IOException {
        List<Named> all =
                transaction.all(
                        row -> new Named(row.getString(1), row.getLong(2)),
                        """
                        SELECT path, file FROM marginal.plan_file
                        WHERE campaign = ? AND day = ? AND number = ?""",
                        plan.key().campaign(),
                        plan.key().date(),
                        plan.number());
        for (Named named : all) {
            Path target = folder.resolve(named.path()).normalize();
            if (!target.startsWith(folder)) {
                throw new SQLException("its file %s is outside the plan".formatted(named.path()));
            }
            Files.createDirectories(target.getParent());
            files.get(named.file(), target);
        }
        return !all.isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
