package dev.marginal.benchmarks.contacts;

import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.store.sendlog.LogShelf;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A log of five weeks as a store keeps it, a file of imports for each day, drawn by DuckDB.
 *
 * @param files one for each day
 * @param bytes of all of them
 */
record LogOnDisk(List<LogFile> files, long bytes) implements LogShelf {
    private static final int DAYS = 35;

    /** Writes about {@code sends} sends to so many customers. */
    static LogOnDisk write(Path folder, int customers, long sends, Execution execution) {
        List<LogFile> files = new ArrayList<>();
        long bytes = 0;
        try (Database database = Database.over(folder, execution)) {
            for (int day = 0; day < DAYS; day++) {
                Path file = folder.resolve("%02d.parquet".formatted(day));
                database.run(sql(file, day, customers, sends / DAYS));
                files.add(
                        new LogFile(
                                file,
                                "day " + day,
                                sends / DAYS,
                                ManySends.DAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
                bytes += Files.size(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LogOnDisk(files, bytes);
    }

    private static String sql(Path file, int day, int customers, long sends) {
        return """
            COPY (
                SELECT 'c' || lpad(CAST(h %% %d AS VARCHAR), 8, '0') AS customer,
                       ['email', 'push', 'sms'][CAST(1 + (h >> 32) %% 3 AS BIGINT)] AS channel,
                       moment AS sent_at, moment + INTERVAL 5 MINUTE AS status_at,
                       ['sent', 'delivered', 'bounced', 'failed'][CAST(1 + (h >> 40) %% 4 AS BIGINT)] AS status,
                       'autumn' AS campaign, 'offer' AS offer,
                       ['', 'promo/autumn'][CAST(1 + (h >> 48) %% 2 AS BIGINT)] AS tags,
                       md5(CAST(h AS VARCHAR)) AS decision_id, 'true' AS counts,
                       CAST(0.01 AS DECIMAL(18, 6)) AS cost, CAST(0 AS DOUBLE) AS gap_seconds
                FROM (SELECT hash(i + %d) AS h,
                             TIMESTAMPTZ '%s 00:00:00+00' - INTERVAL (%d) HOUR
                                 + INTERVAL (CAST(hash(i + %d) %% 86400 AS BIGINT)) SECOND AS moment
                      FROM range(%d) AS drawn(i))
            ) TO '%s' (FORMAT parquet)"""
                .formatted(
                        customers,
                        day * sends,
                        ManySends.DAY,
                        24 * (DAYS - day),
                        7 + day * sends,
                        sends,
                        file);
    }

    /** The ids of all customers. */
    static IdColumn ids(int customers) {
        IdColumn.Builder ids = new IdColumn.Builder("customer");
        for (int customer = 0; customer < customers; customer++) {
            ids.add(String.format(Locale.ROOT, "c%08d", customer));
        }
        return ids.build();
    }

    @Override
    public Path draft() {
        throw new UnsupportedOperationException("This log is only read.");
    }

    @Override
    public boolean keep(LogFile draft) {
        throw new UnsupportedOperationException("This log is only read.");
    }
}
