package dev.marginal.scenarios.loading;

import dev.marginal.tables.duckdb.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns as conditions see them: numbers where every filled cell is one, else text.
 *
 * @param scan a table expression whose columns are text
 */
record TypedColumns(Database database, String scan) {
    /** The query of these columns, each by its type. */
    String select(List<String> columns) {
        Map<String, Object> numeric = areNumeric(columns);
        return columns.stream()
                .map(column -> typed(column, Boolean.TRUE.equals(numeric.get(column))))
                .collect(Collectors.joining(", ", "select ", " from " + scan));
    }

    /** Whether each of these columns has filled cells, and only numbers in them. */
    Map<String, Object> areNumeric(Collection<String> columns) {
        return row(columns.stream().map(TypedColumns::isNumeric));
    }

    /** How many cells of each of these columns are filled. */
    Map<String, Object> filled(Collection<String> columns) {
        return row(
                columns.stream()
                        .map(Database::identifier)
                        .map(name -> "count(%1$s) as %1$s".formatted(name)));
    }

    private Map<String, Object> row(Stream<String> selected) {
        return database.rows(selected.collect(Collectors.joining(", ", "select ", " from " + scan)))
                .get(0);
    }

    private static String isNumeric(String column) {
        String name = Database.identifier(column);
        return ("coalesce(bool_and(coalesce(isfinite(try_cast(%1$s as double)), false))"
                        + " filter (where %1$s is not null), false) as %1$s")
                .formatted(name);
    }

    private static String typed(String column, boolean numeric) {
        String name = Database.identifier(column);
        return numeric ? "cast(%1$s as double) as %1$s".formatted(name) : name;
    }
}
