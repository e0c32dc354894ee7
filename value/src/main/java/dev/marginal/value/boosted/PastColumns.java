package dev.marginal.value.boosted;

import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.value.Histories;
import dev.marginal.value.log.Split;
import java.util.ArrayList;
import java.util.List;

/** What a day knows of every customer, as columns: their past in numbers, and what users bring. */
final class PastColumns {
    /** A number of a customer's past. */
    private record Past(String name, OfRow number) {}

    /** What it is of a row. */
    private interface OfRow {
        double at(Split split, Histories past, int row);
    }

    private static final List<Past> PAST =
            List.of(
                    new Past("frequency", (split, past, row) -> past.frequency()[row]),
                    new Past("recency", (split, past, row) -> past.recency(row)),
                    new Past("age", (split, past, row) -> past.age(row)),
                    new Past("idle", (split, past, row) -> past.age(row) - past.recency(row)),
                    new Past("mean_spend", (split, past, row) -> past.meanSpend()[row]),
                    new Past("last_spend", (split, past, row) -> past.lastSpend()[row]),
                    new Past("total_spend", (split, past, row) -> past.totalSpend()[row]),
                    new Past(
                            "recent_purchases", (split, past, row) -> split.recentPurchases()[row]),
                    new Past("recent_spend", (split, past, row) -> split.recentSpend()[row]));

    /** Those that the log tells; no column that users bring may be named so. */
    static final List<String> NAMES = PAST.stream().map(Past::name).toList();

    private PastColumns() {}

    /** As of the last day of the calibration; nothing of the holdout is looked at. */
    static List<Column> of(Split split, CustomerColumns brought) {
        List<Column> columns = new ArrayList<>();
        PAST.forEach(past -> columns.add(column(past, split)));
        for (Column column : brought.of(split.calibration().customers())) {
            Requires.require(
                    !NAMES.contains(column.name()),
                    "column of customers",
                    column.name(),
                    "named otherwise: the model takes %s from the log"
                            .formatted(String.join(", ", NAMES)));
            columns.add(column);
        }
        return columns;
    }

    private static Column column(Past past, Split split) {
        Histories histories = split.calibration();
        float[] values = new float[histories.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) past.number().at(split, histories, row);
        }
        return new NumberColumn(past.name(), values);
    }
}
