package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.tables.duckdb.RowChunk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the sends of some customers out of the files of a log.
 *
 * <p>DuckDB scans the files and numbers customers and kinds of sends; what comes out of it is a
 * stream of numbers, in no order. Decisions are told apart by two hashes with 126 bits together, so
 * that the chance that two of a thousand million are taken for one is below 10<sup>-19</sup>. Rows
 * whose status is older than {@code since} are not read at all: whatever replaces a row has a later
 * status, and no status is older than its send.
 */
final class PastSendsReader {
    private static final String KIND = "channel, tags, status, campaign, counts, gap_seconds";
    private static final long YEAR_ONE = -62_135_596_800L;
    private static final int MOST_KINDS = 1 << Character.SIZE;

    private final List<LogFile> files;
    private final long since;
    private final Execution execution;

    PastSendsReader(List<LogFile> files, Instant since, Execution execution) {
        this.files = files;
        this.since = Math.max(since.getEpochSecond(), YEAR_ONE);
        this.execution = execution;
    }

    /** The sends of these customers, each decision once. */
    PastSends of(IdColumn customers) {
        if (files.isEmpty()) {
            return PastSends.none(customers.rows());
        }
        try (Database database = Database.over(Path.of("").toAbsolutePath(), execution)) {
            List<PastSends.Kind> kinds = kinds(database);
            SendRows rows = new SendRows(count(database));
            database.load(numbered(customers), "customers");
            database.each(rows(), chunk -> take(chunk, rows));
            return rows.pastSends(kinds, customers.rows(), since);
        }
    }

    private List<PastSends.Kind> kinds(Database database) {
        database.run(
                """
                CREATE TEMP TABLE kinds AS
                SELECT row_number() OVER (ORDER BY %1$s) - 1 AS kind, %1$s
                FROM (SELECT DISTINCT %1$s FROM %2$s)"""
                        .formatted(KIND, scan()));
        List<PastSends.Kind> kinds =
                database.rows("FROM kinds ORDER BY kind").stream()
                        .map(PastSendsReader::kind)
                        .toList();
        Requires.require(
                kinds.size() <= MOST_KINDS,
                "kinds of sends (by channel, tags, status, campaign and gap)",
                kinds.size(),
                "at most " + MOST_KINDS);
        return kinds;
    }

    private int count(Database database) {
        long count = (Long) database.rows("SELECT count(*) AS n FROM " + scan()).get(0).get("n");
        Requires.require(
                count <= SendRows.MOST, "sends since then", count, "at most " + SendRows.MOST);
        return (int) count;
    }

    private String rows() {
        return """
            SELECT CAST(number AS BIGINT), kind, epoch_us(sent_at), epoch_us(status_at),
                   CAST(file_index AS BIGINT) << 32 | file_row_number,
                   CASE WHEN decision_id = '' THEN -1 ELSE CAST(hash(decision_id) >> 1 AS BIGINT) END,
                   CAST(hash('#' || decision_id) >> 1 AS BIGINT)
            FROM %s JOIN kinds USING (%s) JOIN customers USING (customer)"""
                .formatted(scan(), KIND);
    }

    private String scan() {
        String paths =
                files.stream()
                        .map(file -> Database.quote(file.file().toString()))
                        .collect(Collectors.joining(", ", "[", "]"));
        return "(SELECT *, file_index, file_row_number FROM read_parquet(%s) WHERE status_at >= to_timestamp(%d))"
                .formatted(paths, since);
    }

    private static Table numbered(IdColumn customers) {
        double[] numbers = new double[customers.rows()];
        Arrays.setAll(numbers, row -> row);
        return new Table(
                "customers",
                customers.rows(),
                List.of(customers.named("customer"), new AmountColumn("number", numbers)));
    }

    private static void take(RowChunk chunk, SendRows rows) {
        for (int row = 0; row < chunk.rows(); row++) {
            rows.add(
                    (int) chunk.whole(0, row),
                    (char) chunk.whole(1, row),
                    chunk.whole(2, row),
                    chunk.whole(3, row),
                    chunk.whole(4, row),
                    chunk.whole(5, row),
                    chunk.whole(6, row));
        }
    }

    private static PastSends.Kind kind(Map<String, Object> row) {
        String tags = (String) row.get("tags");
        Message message =
                new Message(
                        (String) row.get("channel"),
                        tags.isEmpty() ? List.of() : Arrays.asList(tags.split("\\|")),
                        true,
                        row.get("counts").equals("true"));
        return new PastSends.Kind(
                message,
                SendStatus.valueOf(((String) row.get("status")).toUpperCase(Locale.ROOT)),
                (String) row.get("campaign"),
                ((Double) row.get("gap_seconds")).intValue());
    }
}
