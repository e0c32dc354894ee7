package dev.marginal.value.log;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.tables.duckdb.RowChunk;
import dev.marginal.value.Histories;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** Sums a log up to one row per customer, in SQL. */
final class Summing {
    private static final String LOG = "log";
    private static final double MICROS = 1e6;
    private static final int FIRST_ROWS = 1 << 14;

    /** Columns of the query after the customer, in its order. */
    private enum Sum {
        PURCHASES,
        RECENCY,
        AGE,
        TOTAL,
        FIRST,
        LAST,
        HELD,
        HELD_TOTAL,
        RECENT,
        RECENT_TOTAL
    }

    private final Table table;
    private final LogSettings settings;
    private final Execution execution;
    private final IdColumn.Builder customers;
    private final long[][] sums = new long[Sum.values().length][FIRST_ROWS];
    private int rows;

    Summing(Table table, LogSettings settings, Execution execution) {
        this.table = table;
        this.settings = settings;
        this.execution = execution;
        this.customers = new IdColumn.Builder(settings.customer());
    }

    Split split(LocalDate until, LocalDate end) {
        Requires.require(!end.isBefore(until), "end", end, "no earlier than " + until);
        try (Database database = Database.over(Path.of(""), execution)) {
            database.load(table, LOG);
            database.each(sql(until.toEpochDay(), end.toEpochDay()), this::take);
        }
        return new Split(
                histories(until),
                end,
                whole(Sum.HELD),
                money(Sum.HELD_TOTAL),
                whole(Sum.RECENT),
                money(Sum.RECENT_TOTAL));
    }

    private String sql(long until, long end) {
        boolean netted = settings.refunds() == LogSettings.Refunds.NETTED;
        String used = netted ? "true" : "micros >= 0";
        String kept = netted ? "HAVING sum(micros) > 0 OR min(micros) >= 0" : "";
        return """
                WITH lines AS (
                    SELECT %1$s AS customer, CAST(%2$s AS BIGINT) AS day,
                        CAST(round(%3$s * 1000000) AS BIGINT) AS micros
                    FROM %4$s WHERE %1$s <> ''),
                purchases AS (
                    SELECT customer, day, CAST(sum(micros) AS BIGINT) AS micros
                    FROM lines WHERE day <= %8$d AND %5$s GROUP BY customer, day %6$s)
                SELECT customer,
                    count(*) FILTER (day <= %7$d),
                    CAST(max(day) FILTER (day <= %7$d) - min(day) AS BIGINT),
                    CAST(%7$d - min(day) AS BIGINT),
                    CAST(sum(micros) FILTER (day <= %7$d) AS BIGINT),
                    arg_min(micros, day),
                    arg_max(micros, day) FILTER (day <= %7$d),
                    count(*) FILTER (day > %7$d),
                    CAST(coalesce(sum(micros) FILTER (day > %7$d), 0) AS BIGINT),
                    count(*) FILTER (day > %9$d AND day <= %7$d),
                    CAST(coalesce(sum(micros) FILTER (day > %9$d AND day <= %7$d), 0) AS BIGINT)
                FROM purchases GROUP BY customer HAVING min(day) <= %7$d ORDER BY customer
                """
                .formatted(
                        Database.identifier(settings.customer()),
                        Database.identifier(settings.time()),
                        Database.identifier(settings.amount()),
                        LOG,
                        used,
                        kept,
                        until,
                        end,
                        until - (end - until));
    }

    private void take(RowChunk chunk) {
        if (rows + chunk.rows() > sums[0].length) {
            int room = Math.max(rows + chunk.rows(), sums[0].length * 3 / 2);
            Arrays.setAll(sums, column -> Arrays.copyOf(sums[column], room));
        }
        for (int row = 0; row < chunk.rows(); row++) {
            customers.add(chunk.text(0, row));
            for (int column = 0; column < sums.length; column++) {
                sums[column][rows] = chunk.whole(column + 1, row);
            }
            rows++;
        }
    }

    private Histories histories(LocalDate until) {
        int[] frequency = whole(Sum.PURCHASES);
        double[] mean = new double[rows];
        for (int row = 0; row < rows; row++) {
            frequency[row]--;
            long repeat = sum(Sum.TOTAL)[row] - sum(Sum.FIRST)[row];
            mean[row] = frequency[row] == 0 ? Double.NaN : repeat / MICROS / frequency[row];
        }
        return new Histories(
                customers.build(),
                until,
                settings.unit(),
                frequency,
                whole(Sum.RECENCY),
                whole(Sum.AGE),
                mean,
                money(Sum.LAST),
                money(Sum.TOTAL));
    }

    private long[] sum(Sum sum) {
        return sums[sum.ordinal()];
    }

    private int[] whole(Sum sum) {
        int[] whole = new int[rows];
        Arrays.setAll(whole, row -> (int) sum(sum)[row]);
        return whole;
    }

    private double[] money(Sum sum) {
        double[] money = new double[rows];
        Arrays.setAll(money, row -> sum(sum)[row] / MICROS);
        return money;
    }
}
