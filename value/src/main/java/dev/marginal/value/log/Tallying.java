package dev.marginal.value.log;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import java.time.LocalDate;

/** Counts what a log holds. */
final class Tallying {
    private static final double MICROS = 1e6;

    private final IdColumn customers;
    private final int distinct;
    private final double[] days;
    private final double[] amounts;

    Tallying(Table table, CustomerRows rows, LogSettings settings) {
        this.customers = table.column(settings.customer(), IdColumn.class);
        this.distinct = rows.ids().rows();
        this.days = table.column(settings.time(), AmountColumn.class).values();
        this.amounts = table.column(settings.amount(), AmountColumn.class).values();
    }

    LogTally tally() {
        long nameless = 0;
        long refunds = 0;
        long free = 0;
        long namelessMicros = 0;
        long refundMicros = 0;
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < days.length; row++) {
            long micros = Math.round(amounts[row] * MICROS);
            if (customers.isEmpty(row)) {
                nameless++;
                namelessMicros += micros;
            } else if (micros < 0) {
                refunds++;
                refundMicros += micros;
            } else if (micros == 0) {
                free++;
            }
            first = Math.min(first, days[row]);
            last = Math.max(last, days[row]);
        }
        return new LogTally(
                days.length,
                distinct,
                LocalDate.ofEpochDay((long) first).toString(),
                LocalDate.ofEpochDay((long) last).toString(),
                nameless,
                namelessMicros / MICROS,
                refunds,
                refundMicros / MICROS,
                free);
    }
}
