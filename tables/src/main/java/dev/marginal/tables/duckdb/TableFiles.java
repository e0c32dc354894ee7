package dev.marginal.tables.duckdb;

import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Locale;

/** Writes tables as CSV or Parquet; the same table gives the same bytes every time. */
public final class TableFiles {
    private static final String MEMORY = "1GB";

    private TableFiles() {}

    /**
     * Writes a table, over any older file, and returns once the bytes are on the disk.
     *
     * <p>CSV has a header, commas, LF and quotes as in RFC 4180 where needed; Parquet has FLOAT,
     * DOUBLE, DECIMAL(18,6) and VARCHAR. Missing values are empty cells or NULL. Numbers and
     * amounts are written with the fewest digits that read back to the same value, money with six
     * decimals, ids as they are. Rows go to the file as a stream, so no second copy of the table is
     * made.
     *
     * @param file its name ends in .csv, .csv.gz or .parquet
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws UncheckedIOException if DuckDB cannot write the file, with its text
     */
    public static void write(Table table, Path file) {
        String sql =
                "COPY (SELECT * FROM %s()) TO %s (%s)"
                        .formatted(TableRows.NAME, Sql.quote(path(file)), format(file));
        try (Session session = Session.open(file.toAbsolutePath().getParent(), 1, MEMORY)) {
            TableRows.register(session.connection(), table);
            session.run(sql);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure.getMessage(), failure));
        }
        force(file);
    }

    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static String format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "FORMAT csv, HEADER true";
        }
        if (name.endsWith(".csv.gz")) {
            return "FORMAT csv, HEADER true, COMPRESSION gzip";
        }
        Requires.require(
                name.endsWith(".parquet"), "file", file, "named .csv, .csv.gz or .parquet");
        return "FORMAT parquet";
    }

    private static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
