package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tables are taken to mean.
 *
 * @param columns every column of the history, in its order
 * @param treatment the column that says what each row got
 * @param control the word there of the rows that got nothing
 * @param audienceCustomer the audience's column of ids; empty where it has none
 */
public record Guess(
        List<ColumnGuess> columns,
        ColumnProfile treatment,
        String control,
        Optional<String> audienceCustomer) {
    public Guess {
        columns = List.copyOf(columns);
    }

    /** The column of a role, where there is one. */
    public Optional<String> column(Role role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .map(ColumnGuess::column)
                .findFirst();
    }

    /** All columns of a role. */
    public List<ColumnGuess> all(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The columns that a model learns from. */
    public List<ColumnGuess> features() {
        return columns.stream().filter(column -> column.role().isFeature()).toList();
    }

    /** The arms that got something, in the order of their words. */
    public List<String> arms() {
        return treatment.words().stream()
                .map(ColumnProfile.Word::text)
                .filter(word -> !word.equals(control))
                .sorted()
                .toList();
    }

    /** Every doubt about a column, as a sentence. */
    public List<String> doubts() {
        return columns.stream()
                .filter(column -> !column.doubt().isEmpty())
                .map(column -> "%s: %s.".formatted(column.column(), column.doubt()))
                .toList();
    }

    /** The same with these columns left out. */
    Guess without(List<ColumnGuess> others) {
        List<String> names = others.stream().map(ColumnGuess::column).toList();
        List<ColumnGuess> all =
                columns.stream()
                        .map(
                                column ->
                                        names.contains(column.column())
                                                ? others.get(names.indexOf(column.column()))
                                                : column)
                        .toList();
        return new Guess(all, treatment, control, audienceCustomer);
    }

    /** The names of the columns that stand in the campaign file for what they say. */
    List<String> used() {
        return Stream.concat(
                        columns.stream()
                                .filter(c -> c.role() != Role.LEFT_OUT && !c.role().isFeature()),
                        features().stream())
                .map(ColumnGuess::column)
                .collect(Collectors.toList());
    }
}
