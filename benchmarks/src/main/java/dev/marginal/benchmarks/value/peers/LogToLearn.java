package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.value.LogFile;
import dev.marginal.benchmarks.value.PlantedLog;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.log.TransactionLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A log that all learn from until a day, and are judged by from then on.
 *
 * @param name {@code cdnow}, {@code online-retail}, or {@code planted-100000} for so many customers
 * @param seed of a planted one
 */
record LogToLearn(String name, long seed) {
    private static final String CDNOW = "cdnow";
    private static final String RETAIL = "online-retail";
    private static final String PLANTED = "planted-";

    private static final String CDNOW_SQL =
            """
            WITH lines AS (
                SELECT regexp_split_to_array(trim(line), '\\s+') AS cells
                FROM read_csv('CDNOW_sample.txt', header = false, delim = '|',
                    columns = {'line': 'VARCHAR'}))
            SELECT cells[2] AS customer, strptime(cells[3], '%Y%m%d')::DATE AS day,
                cells[5]::DOUBLE AS amount
            FROM lines
            """;

    private static final String RETAIL_SQL =
            """
            SELECT CustomerID AS customer, InvoiceDate AS day, Quantity * UnitPrice AS amount
            FROM read_csv('online_retail.csv.gz')
            """;

    LogToLearn {
        Requires.require(
                name.equals(CDNOW) || name.equals(RETAIL) || name.startsWith(PLANTED),
                "log",
                name,
                "%s, %s or %sN".formatted(CDNOW, RETAIL, PLANTED));
    }

    /** The file that it comes from, below the folder of the public data; none if it is planted. */
    Optional<Path> source() {
        return switch (name) {
            case CDNOW -> Optional.of(Path.of("cdnow", "CDNOW_sample.txt"));
            case RETAIL -> Optional.of(Path.of("online_retail", "online_retail.csv.gz"));
            default -> Optional.empty();
        };
    }

    boolean isThere(Path data) {
        return source().map(file -> Files.exists(data.resolve(file))).orElse(true);
    }

    /** The last day that everybody knows. */
    LocalDate until() {
        return switch (name) {
            case CDNOW -> LocalDate.of(1997, 9, 30);
            case RETAIL -> LocalDate.of(2011, 6, 6);
            default -> PlantedLog.FIRST.plusDays(PlantedLog.YEAR - 1);
        };
    }

    /** The last day that everybody is judged by. */
    LocalDate end() {
        return switch (name) {
            case CDNOW -> LocalDate.of(1998, 6, 30);
            case RETAIL -> LocalDate.of(2011, 12, 9);
            default -> until().plusDays(PlantedLog.YEAR);
        };
    }

    /** Its rows, from the public data or planted. */
    Table rows(Path data) {
        return switch (name) {
            case CDNOW -> query(data.resolve("cdnow"), CDNOW_SQL);
            case RETAIL -> query(data.resolve("online_retail"), RETAIL_SQL);
            default ->
                    new PlantedLog(
                                    seed,
                                    Integer.parseInt(name.substring(PLANTED.length())),
                                    2 * PlantedLog.YEAR)
                            .rows();
        };
    }

    private static Table query(Path folder, String sql) {
        return TransactionLog.read(
                        new Source.Query(folder, "log.sql", sql),
                        LogFile.SETTINGS,
                        new DuckDbReader())
                .rows();
    }
}
