package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.duckdb.Database;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be done to the cells of a column before they are numbers. */
enum Cleaning {
    /** Nothing: they are what they are. */
    NONE,
    /** {@code 1.234,50} is 1234.50; {@code NA} and the like among them are empty. */
    DECIMAL_COMMA,
    /** {@code NA} and the like are empty. */
    UNKNOWN_WORDS;

    static Cleaning of(ColumnProfile column) {
        if (column.isNumeric() || column.filled() == 0) {
            return NONE;
        }
        long unknown = unknown(column).mapToLong(ColumnProfile.Word::rows).sum();
        if (column.decimalCommas() > 0
                && column.whole() == column.numbers()
                && column.decimalCommas() + column.numbers() + unknown == column.filled()) {
            return DECIMAL_COMMA;
        }
        boolean onlyUnknown = unknown > 0 && unknown + column.numbers() == column.filled();
        return onlyUnknown && column.numbers() > 0 ? UNKNOWN_WORDS : NONE;
    }

    /** The words of a column that say that nothing is known. */
    private static Stream<ColumnProfile.Word> unknown(ColumnProfile column) {
        return column.strays().stream()
                .filter(
                        stray ->
                                Vocabulary.UNKNOWN.contains(
                                        stray.text().strip().toLowerCase(Locale.ROOT)));
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
                    "cast(replace(replace(%s, '.', ''), ',', '.') as double)"
                            .formatted(known(column, cell));
            case UNKNOWN_WORDS -> "cast(%s as double)".formatted(known(column, cell));
        };
    }

    private static String known(ColumnProfile column, String cell) {
        String words =
                unknown(column)
                        .map(word -> Database.quote(word.text()))
                        .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? cell
                : "case when %1$s not in (%2$s) then %1$s end".formatted(cell, words);
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
