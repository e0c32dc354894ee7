package dev.marginal.value.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.value.Histories;
import dev.marginal.value.log.LogSettings.Refunds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of random logs beside the same in SQL. */
class SummingTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 2, 10);
    private static final LocalDate END = LocalDate.of(2026, 2, 25);
    private static final long FIRST = LocalDate.of(2026, 1, 1).toEpochDay();
    private static final String[] ALPHABET = {"a", "Z", "ä", "\uFFFD", "😀", "-", "1", "aa"};

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 5", "300, 40", "5000, 900", "20000, 6000"})
    void are_those_of_sql(int lines, int customers) {
        for (Refunds refunds : List.of(Refunds.LEFT_OUT, Refunds.NETTED)) {
            Table log = log(lines, customers);
            LogSettings settings = LogSettings.of("who", "day", "amount").with(refunds);
            List<Map<String, Object>> expected = sql(log, refunds);
            Split split =
                    new Summing(log, CustomerRows.of(log, settings), settings)
                            .split(UNTIL, END, new Execution(3));
            Histories histories = split.calibration();

            assertThat(histories.rows()).isEqualTo(expected.size());
            for (int row = 0; row < histories.rows(); row++) {
                assertThat(told(split, row)).isEqualTo(List.copyOf(expected.get(row).values()));
            }
        }
    }

    private static List<Object> told(Split split, int row) {
        Histories histories = split.calibration();
        long repeat =
                histories.isRepeater(row)
                        ? micros(histories.meanSpend()[row] * histories.frequency()[row])
                        : 0;
        return List.of(
                histories.customers().id(row),
                (long) histories.frequency()[row],
                (long) histories.recencyDays()[row],
                (long) histories.ageDays()[row],
                micros(histories.totalSpend()[row]),
                repeat,
                micros(histories.lastSpend()[row]),
                (long) split.heldPurchases()[row],
                micros(split.heldSpend()[row]),
                (long) split.recentPurchases()[row],
                micros(split.recentSpend()[row]));
    }

    private static long micros(double amount) {
        return Math.round(amount * 1e6);
    }

    private static Table log(int lines, int customers) {
        SplittableRandom random = new SplittableRandom(lines);
        List<String> ids = new ArrayList<>();
        double[] days = new double[lines];
        double[] amounts = new double[lines];
        for (int line = 0; line < lines; line++) {
            int customer = random.nextInt(customers);
            ids.add(
                    random.nextInt(20) == 0 && lines > 1
                            ? ""
                            : ALPHABET[customer % ALPHABET.length] + customer / ALPHABET.length);
            days[line] = FIRST + random.nextInt(60);
            amounts[line] = random.nextInt(-2_000, 9_000) / 100.;
        }
        return new Table(
                "log",
                lines,
                List.of(
                        IdColumn.of("who", ids),
                        new AmountColumn("day", days),
                        new AmountColumn("amount", amounts)));
    }

    private static List<Map<String, Object>> sql(Table log, Refunds refunds) {
        boolean netted = refunds == Refunds.NETTED;
        long until = UNTIL.toEpochDay();
        long end = END.toEpochDay();
        try (Database database = Database.over(Path.of(""))) {
            database.load(log, "log");
            return database.rows(
                    """
                    WITH lines AS (
                        SELECT who, CAST(day AS BIGINT) AS day,
                            CAST(round(amount * 1000000) AS BIGINT) AS micros
                        FROM log WHERE who <> ''),
                    purchases AS (
                        SELECT who, day, CAST(sum(micros) AS BIGINT) AS micros
                        FROM lines WHERE day <= %3$d AND %1$s GROUP BY who, day %2$s)
                    SELECT who,
                        count(*) FILTER (day <= %4$d) - 1 AS frequency,
                        CAST(max(day) FILTER (day <= %4$d) - min(day) AS BIGINT) AS recency,
                        CAST(%4$d - min(day) AS BIGINT) AS age,
                        CAST(sum(micros) FILTER (day <= %4$d) AS BIGINT) AS total,
                        CAST(sum(micros) FILTER (day <= %4$d) AS BIGINT) - arg_min(micros, day) AS repeat,
                        arg_max(micros, day) FILTER (day <= %4$d) AS last,
                        count(*) FILTER (day > %4$d) AS held,
                        CAST(coalesce(sum(micros) FILTER (day > %4$d), 0) AS BIGINT) AS held_total,
                        count(*) FILTER (day > %5$d AND day <= %4$d) AS recent,
                        CAST(coalesce(sum(micros) FILTER (day > %5$d AND day <= %4$d), 0) AS BIGINT)
                            AS recent_total
                    FROM purchases GROUP BY who HAVING min(day) <= %4$d ORDER BY who
                    """
                            .formatted(
                                    netted ? "true" : "micros >= 0",
                                    netted ? "HAVING sum(micros) > 0 OR min(micros) >= 0" : "",
                                    end,
                                    until,
                                    until - (end - until)));
        }
    }
}
