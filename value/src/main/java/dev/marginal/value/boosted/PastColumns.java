package dev.marginal.value.boosted;

import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.value.Histories;
import dev.marginal.value.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What a day knows of every customer, as columns: their past in numbers, and what users bring. */
final class PastColumns {
    private PastColumns() {}

    /** As of the last day of the calibration; nothing of the holdout is looked at. */
    static List<Column> of(Split split, CustomerColumns brought) {
        Histories past = split.calibration();
        List<Column> columns = new ArrayList<>();
        columns.add(column("frequency", past, row -> past.frequency()[row]));
        columns.add(column("recency", past, past::recency));
        columns.add(column("age", past, past::age));
        columns.add(column("idle", past, row -> past.age(row) - past.recency(row)));
        columns.add(column("mean_spend", past, row -> past.meanSpend()[row]));
        columns.add(column("last_spend", past, row -> past.lastSpend()[row]));
        columns.add(column("total_spend", past, row -> past.totalSpend()[row]));
        columns.add(column("recent_purchases", past, row -> split.recentPurchases()[row]));
        columns.add(column("recent_spend", past, row -> split.recentSpend()[row]));
        List<String> ours = columns.stream().map(Column::name).toList();
        for (Column column : brought.of(past.customers())) {
            Requires.require(
                    !ours.contains(column.name()),
                    "column of customers",
                    column.name(),
                    "named otherwise: the model takes %s from the log"
                            .formatted(String.join(", ", ours)));
            columns.add(column);
        }
        return columns;
    }

    private static Column column(String name, Histories past, IntToDoubleFunction value) {
        float[] values = new float[past.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) value.applyAsDouble(row);
        }
        return new NumberColumn(name, values);
    }
}
