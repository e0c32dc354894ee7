package dev.marginal.tables.duckdb;

import dev.marginal.tables.csv.CsvFile;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Words of DuckDB's SQL. */
final class Sql {
    private Sql() {}

    /** A string literal. */
    static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The name of a column or table. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The literal of a path that stands for this file alone, whatever letters it holds. */
    static String file(Path path) {
        return quote(path.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
    }

    /**
     * All cells of a CSV file as text, NULL where empty; of a file that is not sound, those of its
     * well-shaped rows.
     *
     * <p>DuckDB 2.0 loses rows without a word where it reads quoted cells in parallel, and whole
     * files in its strict mode where the header holds a line end.
     */
    static String scan(CsvFile file) {
        return "read_csv(%s, %s, strict_mode = %b, ignore_errors = %b)"
                .formatted(file(file.path()), dialect(file), !file.sound(), !file.sound());
    }

    static String scanParquet(Path path) {
        return "read_parquet(%s)".formatted(file(path));
    }

    /** A query as a table; the line breaks end a comment that the query may end with. */
    static String scanQuery(String sql) {
        return "(\n%s\n)".formatted(sql.replaceAll("[;\\s]+$", ""));
    }

    /**
     * A cell as a finite number, or NULL. DuckDB alone would also read {@code 1_000} and {@code
     * +-5}.
     */
    static String number(String cell) {
        return ("CASE WHEN NOT contains(%1$s, '_') AND NOT contains(%1$s, '+-')"
                        + " AND isfinite(TRY_CAST(%1$s AS DOUBLE)) THEN TRY_CAST(%1$s AS DOUBLE) END")
                .formatted(cell);
    }

    /** What DuckDB says first, on one line and without its full stop. */
    static String firstWords(String message) {
        String first = message.strip().split("\\R\\s*\\R|\\RLINE \\d", 2)[0];
        return first.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("[.!\\s]+$", "");
    }

    private static String dialect(CsvFile file) {
        String columns =
                file.columns().stream()
                        .map(column -> quote(column) + ": 'VARCHAR'")
                        .collect(Collectors.joining(", ", "{", "}"));
        return "auto_detect = false, header = true, all_varchar = true,"
                + " quote = '\"', escape = '\"', delim = %s, parallel = %b, compression = '%s', columns = %s"
                        .formatted(
                                quote(String.valueOf(file.delimiter())),
                                !file.quoted(),
                                file.packed() ? "gzip" : "none",
                                columns);
    }
}
