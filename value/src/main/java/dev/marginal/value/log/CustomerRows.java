package dev.marginal.value.log;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Groups;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Table;
import java.util.function.IntPredicate;
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
        int[] named = rows(log.rows(), row -> !customers.isEmpty(row));
        int[] firsts = IdIndex.firstRows(customers);
        int[] byId =
                customers.sorted(
                        rows(log.rows(), row -> firsts[row] == row && !customers.isEmpty(row)));
        int[] rank = new int[log.rows()];
        for (int i = 0; i < byId.length; i++) {
            rank[byId[i]] = i;
        }
        return new CustomerRows(
                customers.select(byId),
                Groups.of(byDay(named, days), row -> rank[firsts[row]], byId.length));
    }

    /** Those below {@code rows} that will do; counted first, which is faster than a stream. */
    private static int[] rows(int rows, IntPredicate will) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += will.test(row) ? 1 : 0;
        }
        int[] chosen = new int[count];
        for (int row = 0, next = 0; next < count; row++) {
            if (will.test(row)) {
                chosen[next++] = row;
            }
        }
        return chosen;
    }

    private static int[] byDay(int[] rows, double[] days) {
        int first = (int) IntStream.of(rows).mapToDouble(row -> days[row]).min().orElse(0);
        int last = (int) IntStream.of(rows).mapToDouble(row -> days[row]).max().orElse(0);
        return Groups.of(rows, row -> (int) days[row] - first, last - first + 1).rows();
    }
}
