package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of the history say what: those with a role, and the features, which are the rest.
 */
record HistoryFeatures(CampaignFile file) {
    private static final double LARGEST_AMOUNT = 1e8;
    private static final double LEAST_PROPENSITY = 1e-6;
    private static final String WORDS =
            "Maybe list it under history.categories, or leave the cell empty.";

    Layout layout() {
        CampaignFile.HistoryColumns columns = file.history();
        List<Field> fields = new ArrayList<>();
        fields.add(
                new Field(columns.treatment(), Field.Kind.CATEGORY, 0, 0, List.of(), false, true));
        fields.add(Field.amount(columns.gmv(), -LARGEST_AMOUNT, LARGEST_AMOUNT));
        columns.customer().map(Field::id).ifPresent(fields::add);
        columns.loggedPropensity()
                .map(name -> Field.amount(name, LEAST_PROPENSITY, 1))
                .ifPresent(fields::add);
        columns.weight()
                .map(name -> Field.amount(name, LEAST_PROPENSITY, LARGEST_AMOUNT))
                .ifPresent(fields::add);
        columns.cost().map(name -> Field.amount(name, 0, LARGEST_AMOUNT)).ifPresent(fields::add);
        columns.time().map(Field::day).ifPresent(fields::add);
        columns.categories().stream().map(Field::category).forEach(fields::add);
        return new Layout(fields, columns.ignore(), Layout.Others.FEATURES, WORDS);
    }

    /**
     * The features of a table of this layout.
     *
     * @throws BadInput if there is none, or one is the audience's id
     */
    List<Column> of(Table table) {
        List<String> roles = file.history().roles();
        List<Column> features =
                table.columns().stream()
                        .filter(column -> !roles.contains(column.name()))
                        .filter(
                                column ->
                                        column instanceof NumberColumn
                                                || column instanceof CategoryColumn)
                        .toList();
        requireNoId(features);
        if (features.isEmpty()) {
            throw new BadInput(
                    Problem.of(
                            file.history().source().name(),
                            "has no feature: every column is named in the campaign file or ignored",
                            "Add columns that say something about the customer before the treatment."));
        }
        return features;
    }

    private void requireNoId(List<Column> features) {
        String id = file.audience().customer();
        if (features.stream().anyMatch(feature -> feature.name().equals(id))) {
            throw new BadInput(
                    new Problem(
                            file.history().source().name(),
                            0,
                            "column",
                            id,
                            "must not be a feature: it is the audience's customer id",
                            "Set history.customer: %s, or list it under history.ignore."
                                    .formatted(id)));
        }
    }
}
