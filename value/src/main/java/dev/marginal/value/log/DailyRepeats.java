package dev.marginal.value.log;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who comes back on which day: of everyone who had bought by some day, added up over customers. The
 * array is owned by the record and not to be changed.
 *
 * @param first the day on which the first of them bought for the first time
 * @param purchases by days since then: customers with a purchase on that day that is not their
 *     first
 */
public record DailyRepeats(LocalDate first, int[] purchases) {
    private static final String LOG = "log";

    /** From the first day to {@code end}, both included. */
    static DailyRepeats of(
            Table rows, LogSettings settings, LocalDate until, LocalDate end, Execution execution) {
        String sql =
                """
                WITH %1$s,
                firsts AS (
                    SELECT customer, min(day) AS first
                    FROM purchases GROUP BY customer HAVING min(day) <= %2$d)
                SELECT day, count(*) FILTER (day > first) AS repeats
                FROM purchases JOIN firsts USING (customer) GROUP BY day ORDER BY day
                """
                        .formatted(
                                new PurchaseDays(settings, LOG)
                                        .expressions("day <= " + end.toEpochDay()),
                                until.toEpochDay());
        try (Database database = Database.over(Path.of(""), execution)) {
            database.load(rows, LOG);
            return of(database.rows(sql), end);
        }
    }

    private static DailyRepeats of(List<Map<String, Object>> days, LocalDate end) {
        long first = whole(days.get(0), "day");
        int[] purchases = new int[(int) (end.toEpochDay() - first) + 1];
        days.forEach(
                day -> purchases[(int) (whole(day, "day") - first)] = (int) whole(day, "repeats"));
        return new DailyRepeats(LocalDate.ofEpochDay(first), purchases);
    }

    private static long whole(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
