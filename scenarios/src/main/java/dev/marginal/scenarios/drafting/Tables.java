package dev.marginal.scenarios.drafting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Suggestion;
import dev.marginal.tables.TableProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a campaign is drafted from.
 *
 * @param history what happened
 * @param audience who can be contacted; empty where nobody brought them
 */
public record Tables(TableProfile history, Optional<TableProfile> audience) {
    List<ColumnProfile> columns() {
        return history.columns();
    }

    /** How messages call the history. */
    String name() {
        return history.source().name();
    }

    /** Whether the audience has such a column; false where there is no audience. */
    boolean audienceHas(String column) {
        return audience.isPresent() && audience.get().column(column).isPresent();
    }

    /** Columns that say something of what happened: those that the audience has not. */
    List<ColumnProfile> without(Set<String> taken) {
        return columns().stream()
                .filter(column -> !taken.contains(column.name()) && !audienceHas(column.name()))
                .toList();
    }

    /**
     * The column that a user named.
     *
     * @throws BadInput if there is none
     */
    ColumnProfile named(Wish wish, String column) {
        return history.column(column)
                .orElseThrow(
                        () ->
                                new BadInput(
                                        new Problem(
                                                name(),
                                                0,
                                                wish.flag(),
                                                column,
                                                "must be a column",
                                                advice(column))));
    }

    private String advice(String column) {
        String suggestion = Suggestion.didYouMean(column, history.names());
        return suggestion.isEmpty()
                ? "It has: %s.".formatted(String.join(", ", history.names()))
                : suggestion;
    }
}
