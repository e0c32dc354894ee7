package dev.marginal.value.log;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Groups;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Table;
import java.util.stream.IntStream;

/**
 * The rows of a log, customer by customer in the order of their ids, and day by day; rows without a
 * customer are left out.
 *
 * @param ids each once
 * @param rows of each customer
 */
record CustomerRows(IdColumn ids, Groups rows) {
    static CustomerRows of(Table log, LogSettings settings) {
        IdColumn customers = log.column(settings.customer(), IdColumn.class);
        double[] days = log.column(settings.time(), AmountColumn.class).values();
        int[] named =
                IntStream.range(0, log.rows()).filter(row -> !customers.isEmpty(row)).toArray();
        int[] firsts = IdIndex.firstRows(customers);
        int[] byId =
                customers.sorted(IntStream.of(named).filter(row -> firsts[row] == row).toArray());
        int[] rank = new int[log.rows()];
        for (int i = 0; i < byId.length; i++) {
            rank[byId[i]] = i;
        }
        return new CustomerRows(
                customers.select(byId),
                Groups.of(byDay(named, days), row -> rank[firsts[row]], byId.length));
    }

    private static int[] byDay(int[] rows, double[] days) {
        int first = (int) IntStream.of(rows).mapToDouble(row -> days[row]).min().orElse(0);
        int last = (int) IntStream.of(rows).mapToDouble(row -> days[row]).max().orElse(0);
        return Groups.of(rows, row -> (int) days[row] - first, last - first + 1).rows();
    }
}
