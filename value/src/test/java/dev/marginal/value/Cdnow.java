package dev.marginal.value;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** The sample of CDNOW's customers that the papers fit: 39 weeks, and 39 more. */
public final class Cdnow {
    public static final LocalDate UNTIL = LocalDate.of(1997, 9, 30);
    public static final LocalDate END = LocalDate.of(1998, 6, 30);
    public static final Execution ONE = new Execution(1);

    private static final Path FOLDER = Path.of("../../shared/data/cdnow");
    private static final String SQL =
            """
            WITH lines AS (
                SELECT regexp_split_to_array(trim(line), '\\s+') AS cells
                FROM read_csv('CDNOW_sample.txt', header = false, delim = '|',
                    columns = {'line': 'VARCHAR'}))
            SELECT cells[2] AS customer, strptime(cells[3], '%Y%m%d')::DATE AS day,
                cells[5]::DOUBLE AS amount
            FROM lines
            """;

    private Cdnow() {}

    /** The log, or the end of the test where the file is not there. */
    public static TransactionLog log() {
        Assumptions.assumeTrue(Files.exists(FOLDER), "needs " + FOLDER);
        return TransactionLog.read(
                new Source.Query(FOLDER, "cdnow.sql", SQL),
                LogSettings.of("customer", "day", "amount"),
                new DuckDbReader());
    }

    public static Split split() {
        return log().split(UNTIL, END, ONE);
    }

    /** As the file of the reference implementations has it: two decimals of weeks and of money. */
    public static Histories rounded(Histories exact) {
        UnitOfTime hundredths = new UnitOfTime("week", 100);
        return new Histories(
                exact.customers(),
                exact.until(),
                hundredths,
                exact.frequency(),
                hundredths(exact.rows(), exact::recency),
                hundredths(exact.rows(), exact::age),
                DoubleStream.of(exact.meanSpend())
                        .map(mean -> Double.isNaN(mean) ? mean : cents(mean))
                        .toArray(),
                exact.lastSpend(),
                exact.totalSpend());
    }

    /** Halves go up, as they are written in decimals. */
    private static double cents(double mean) {
        return BigDecimal.valueOf(Math.round(mean * 1e6), 6)
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static int[] hundredths(int rows, IntToDoubleFunction weeks) {
        return IntStream.range(0, rows)
                .map(row -> (int) Math.round(weeks.applyAsDouble(row) * 100))
                .toArray();
    }
}
