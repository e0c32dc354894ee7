package dev.marginal.value.scoring;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import java.util.List;

/**
 * What every customer is expected to bring; row-aligned with the histories, owned by the record and
 * not to be changed.
 *
 * @param alive P(alive), in [0, 1]
 * @param purchases expected within the horizon
 * @param spend expected amount of a purchase, in currency
 * @param value expected within the horizon and discounted, in currency
 * @param valueOfAnOrder what an order today adds to that value, the order itself not counted
 *     ({@link dev.marginal.value.PurchaseModel#gainOfAnOrder}, discounted, times the expected
 *     spend), in currency; under BG/NBD it may be below zero
 */
public record ValueScores(
        IdColumn customers,
        Horizon horizon,
        double[] alive,
        double[] purchases,
        double[] spend,
        double[] value,
        double[] valueOfAnOrder) {
    /** As columns of a file. */
    public List<Column> columns() {
        return List.of(
                customers.named("customer"),
                new AmountColumn("p_alive", alive),
                new AmountColumn("expected_purchases", purchases),
                new AmountColumn("expected_spend", spend),
                new AmountColumn("value", value),
                new AmountColumn("value_of_an_order", valueOfAnOrder));
    }

    /** The value of all customers. */
    public double total() {
        double total = 0;
        for (double each : value) {
            total += each;
        }
        return total;
    }
}
