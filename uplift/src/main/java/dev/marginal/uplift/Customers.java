package dev.marginal.uplift;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * What is known of each customer before any treatment: feature columns, equally long.
 *
 * @param rows how many customers
 * @param features number and category columns; no other kind
 */
public record Customers(int rows, List<Column> features) {
    public Customers {
        features = List.copyOf(features);
        for (Column feature : features) {
            Requires.require(
                    feature instanceof NumberColumn || feature instanceof CategoryColumn,
                    "feature",
                    feature.name(),
                    "a number or category column");
            Requires.require(
                    feature.rows() == rows,
                    "rows of feature " + feature.name(),
                    feature.rows(),
                    rows + "");
        }
    }

    /** The features' names, in order. */
    public List<String> names() {
        return features.stream().map(Column::name).toList();
    }
}
