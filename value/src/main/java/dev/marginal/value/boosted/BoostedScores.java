package dev.marginal.value.boosted;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import java.util.Arrays;
import java.util.List;

/**
 * What every customer is expected to bring within the model's horizon; row-aligned, owned by the
 * record and not to be changed.
 *
 * @param any probability of spending anything in the window that the model learnt from
 * @param purchases expected within the horizon
 * @param value expected within the horizon, undiscounted, in currency
 */
public record BoostedScores(IdColumn customers, double[] any, double[] purchases, double[] value) {
    /** As columns of a file. */
    public List<Column> columns() {
        return List.of(
                customers.named("customer"),
                new AmountColumn("p_any", any),
                new AmountColumn("expected_purchases", purchases),
                new AmountColumn("value", value));
    }

    /** The value of all customers. */
    public double total() {
        return Arrays.stream(value).sum();
    }
}
