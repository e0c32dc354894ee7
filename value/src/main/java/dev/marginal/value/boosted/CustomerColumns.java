package dev.marginal.value.boosted;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of customers beside their purchases. It must have been known when they first
 * bought: the model is shown it as of any day, so that what was measured later would tell it the
 * future.
 *
 * @param source where it comes from, in the user's words; empty for nowhere
 * @param customers each once
 * @param columns numbers and categories, row-aligned with the customers
 */
public record CustomerColumns(String source, IdColumn customers, List<Column> columns) {
    /** Nothing but purchases is known. */
    public static final CustomerColumns NONE =
            new CustomerColumns("", IdColumn.of("customer", List.of()), List.of());

    public CustomerColumns {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            Requires.require(
                    column instanceof NumberColumn || column instanceof CategoryColumn,
                    "column",
                    column.name(),
                    "a number or a category");
        }
    }

    /** Where they come from, and what they were. */
    public Origin origin() {
        List<Column> all = new ArrayList<>(List.of(customers));
        all.addAll(columns);
        return new Origin(
                source, customers.rows(), Fingerprint.of(new Table(source, customers.rows(), all)));
    }

    /**
     * What is remembered of columns that a model learnt from.
     *
     * @param source in the user's words; empty where nothing was brought
     * @param rows customers
     * @param fingerprint of ids and columns, 64 hexadecimal digits
     */
    public record Origin(String source, int rows, String fingerprint) {}

    /** The columns in another order of customers; those who are not here have missing values. */
    List<Column> of(IdColumn others) {
        if (columns.isEmpty()) {
            return List.of();
        }
        IdIndex index = new IdIndex(customers);
        int[] places = new int[others.rows()];
        Arrays.setAll(places, row -> index.find(others, row));
        return columns.stream().map(column -> select(column, places)).toList();
    }

    private static Column select(Column column, int[] places) {
        if (column instanceof CategoryColumn category) {
            int[] codes = new int[places.length];
            Arrays.setAll(
                    codes,
                    row ->
                            places[row] == IdIndex.ABSENT
                                    ? CategoryColumn.MISSING
                                    : category.codes()[places[row]]);
            return new CategoryColumn(column.name(), codes, category.words());
        }
        float[] values = new float[places.length];
        for (int row = 0; row < places.length; row++) {
            values[row] =
                    places[row] == IdIndex.ABSENT
                            ? Float.NaN
                            : ((NumberColumn) column).values()[places[row]];
        }
        return new NumberColumn(column.name(), values);
    }
}
