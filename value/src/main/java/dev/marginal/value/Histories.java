package dev.marginal.value;

import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import java.time.LocalDate;

/**
 * What the purchase models need of every customer's past, one row each, sorted by customer.
 *
 * <p>All purchases of a customer on one day count as one, with their amounts added. The arrays are
 * row-aligned, owned by the record and not to be changed.
 *
 * @param until the last day that is looked at
 * @param unit what {@link #recency} and {@link #age} count in
 * @param frequency repeat purchases: days with a purchase after the first such day
 * @param recencyDays days from the first to the last purchase; 0 without a repeat purchase
 * @param ageDays days from the first purchase to {@code until}
 * @param meanSpend mean amount of the repeat purchases, without the first; {@code NaN} where there
 *     are none
 * @param lastSpend amount of the last purchase
 * @param totalSpend all that was spent, the first purchase included
 */
public record Histories(
        IdColumn customers,
        LocalDate until,
        UnitOfTime unit,
        int[] frequency,
        int[] recencyDays,
        int[] ageDays,
        double[] meanSpend,
        double[] lastSpend,
        double[] totalSpend) {
    public Histories {
        int rows = customers.rows();
        for (int length :
                new int[] {
                    frequency.length,
                    recencyDays.length,
                    ageDays.length,
                    meanSpend.length,
                    lastSpend.length,
                    totalSpend.length
                }) {
            Requires.require(length == rows, "rows of a column", length, "as many as customers");
        }
    }

    /** How many customers. */
    public int rows() {
        return frequency.length;
    }

    /** From the first to the last purchase, in units of time. */
    public double recency(int row) {
        return unit.of(recencyDays[row]);
    }

    /** From the first purchase to the last day that is looked at, in units of time. */
    public double age(int row) {
        return unit.of(ageDays[row]);
    }

    /** Whether a customer ever came back on a later day. */
    public boolean isRepeater(int row) {
        return frequency[row] > 0;
    }
}
