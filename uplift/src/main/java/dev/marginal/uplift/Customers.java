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

    /** These rows, in this order. */
    public Customers select(int[] which) {
        return new Customers(
                which.length, features.stream().map(column -> select(column, which)).toList());
    }

    private static Column select(Column column, int[] which) {
        if (column instanceof CategoryColumn category) {
            int[] codes = new int[which.length];
            for (int i = 0; i < which.length; i++) {
                codes[i] = category.codes()[which[i]];
            }
            return new CategoryColumn(column.name(), codes, category.words());
        }
        float[] all = ((NumberColumn) column).values();
        float[] values = new float[which.length];
        for (int i = 0; i < which.length; i++) {
            values[i] = all[which[i]];
        }
        return new NumberColumn(column.name(), values);
    }
}
