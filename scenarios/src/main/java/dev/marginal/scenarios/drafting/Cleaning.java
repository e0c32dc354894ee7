package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.duckdb.Database;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has to be done to the cells of a column before they are numbers. */
enum Cleaning {
    /** Nothing: they are what they are. */
    NONE,
    /** {@code 1.234,50} is 1234.50. */
    DECIMAL_COMMA,
    /** {@code NA} and the like are empty. */
    UNKNOWN_WORDS;

    static Cleaning of(ColumnProfile column) {
        if (column.isNumeric() || column.filled() == 0) {
            return NONE;
        }
        if (column.decimalCommas() > 0
                && column.whole() == column.numbers()
                && column.decimalCommas() + column.numbers() == column.filled()) {
            return DECIMAL_COMMA;
        }
        long unknown =
                column.strays().stream()
                        .filter(
                                stray ->
                                        Vocabulary.UNKNOWN.contains(
                                                stray.text().strip().toLowerCase(Locale.ROOT)))
                        .mapToLong(ColumnProfile.Word::rows)
                        .sum();
        boolean onlyUnknown = unknown > 0 && unknown + column.numbers() == column.filled();
        return onlyUnknown && column.numbers() > 0 ? UNKNOWN_WORDS : NONE;
    }

    /** Whether the cells are numbers, once cleaned. */
    static boolean makesNumbers(ColumnProfile column) {
        return column.isNumeric() || of(column) != NONE;
    }

    /** The cells of a column as numbers, in SQL. */
    static String sql(ColumnProfile column) {
        String cell = Database.identifier(column.name());
        return switch (of(column)) {
            case NONE -> "cast(%s as double)".formatted(cell);
            case DECIMAL_COMMA ->
                    "cast(replace(replace(%s, '.', ''), ',', '.') as double)".formatted(cell);
            case UNKNOWN_WORDS ->
                    "cast(case when %1$s not in (%2$s) then %1$s end as double)"
                            .formatted(cell, strays(column));
        };
    }

    private static String strays(ColumnProfile column) {
        return column.strays().stream()
                .map(stray -> Database.quote(stray.text()))
                .collect(Collectors.joining(", "));
    }

    /** In words. */
    String told() {
        return switch (this) {
            case NONE -> "";
            case DECIMAL_COMMA -> "decimal commas are read by SQL";
            case UNKNOWN_WORDS -> "words such as NA are read as empty by SQL";
        };
    }
}
