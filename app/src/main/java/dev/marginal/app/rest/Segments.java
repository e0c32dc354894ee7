package dev.marginal.app.rest;

import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns that plans are told by: words with few values. */
public final class Segments {
    private static final int MOST_COLUMNS = 6;
    private static final int MOST_VALUES = 24;

    private Segments() {}

    /**
     * What to know of a campaign's customers: where they stand, if it speaks of a lifecycle, and
     * their first few features of such a kind.
     */
    public static AudienceWords words(Valued valued) {
        List<Column> known = new ArrayList<>();
        valued.audience().standing().ifPresent(its -> known.addAll(its.columns().columns()));
        List<String> taken = known.stream().map(Column::name).toList();
        valued.audience().customers().features().stream()
                .filter(feature -> !taken.contains(feature.name()))
                .forEach(known::add);
        List<AudienceWords.Column> columns =
                known.stream()
                        .filter(CategoryColumn.class::isInstance)
                        .map(CategoryColumn.class::cast)
                        .filter(column -> column.words().size() <= MOST_VALUES)
                        .limit(MOST_COLUMNS)
                        .map(Segments::named)
                        .toList();
        return new AudienceWords(columns, List.of());
    }

    private static AudienceWords.Column named(CategoryColumn column) {
        return new AudienceWords.Column(
                new AudienceWords.Place(0, column.name()),
                column.name(),
                AudienceWords.Use.VALUES,
                Map.of());
    }
}
