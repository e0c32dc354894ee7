package dev.marginal.tables.duckdb;

import dev.marginal.tables.Problems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts, in all CSV parts of a source, how many cells of a column are filled and spell numbers.
 */
final class Census {
    private final Map<String, Counts> counts = new HashMap<>();

    /**
     * What the cells of a column hold.
     *
     * @param filled cells that are not empty
     * @param numeric those among them that DuckDB takes for a number, NaN and infinity included
     * @param finite those that are finite numbers
     */
    private record Counts(long filled, long numeric, long finite) {
        Counts plus(Counts more) {
            return new Counts(filled + more.filled, numeric + more.numeric, finite + more.finite);
        }
    }

    /** Counts these columns; a file that DuckDB cannot read is a problem. */
    static Census of(Session session, List<Part> parts, List<String> columns, Problems problems) {
        Census census = new Census();
        for (Part part : parts) {
            if (!part.isCsv() || columns.isEmpty()) {
                continue;
            }
            try (Statement statement = session.statement();
                    ResultSet row = statement.executeQuery(sql(part, columns))) {
                row.next();
                census.add(columns, row);
            } catch (SQLException failure) {
                Refusal.ofCsv(part, failure, problems);
            }
        }
        return census;
    }

    /** Whether at least half of the filled cells spell numbers; so do those of an empty column. */
    boolean isNumeric(String column) {
        Counts found = counts.getOrDefault(column, new Counts(0, 0, 0));
        return 2 * found.numeric() >= found.filled();
    }

    /** Whether every filled cell is known to spell a finite number. */
    boolean allNumbers(String column) {
        Counts found = counts.get(column);
        return found != null && found.filled() == found.finite();
    }

    private void add(List<String> columns, ResultSet row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Counts more =
                    new Counts(
                            row.getLong(3 * i + 1), row.getLong(3 * i + 2), row.getLong(3 * i + 3));
            counts.merge(columns.get(i), more, Counts::plus);
        }
    }

    private static String sql(Part part, List<String> columns) {
        return columns.stream()
                .map(Sql::identifier)
                .map(
                        cell ->
                                "count(%s), count(TRY_CAST(%s AS DOUBLE)), count(%s)"
                                        .formatted(cell, cell, Sql.number(cell)))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + part.scan()));
    }
}
