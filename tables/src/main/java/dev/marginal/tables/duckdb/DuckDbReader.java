package dev.marginal.tables.duckdb;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.List;

/**
 * Reads CSV, packed CSV, Parquet and SQL into typed columns, rows in the order of the files.
 *
 * <ul>
 *   <li>CSV: UTF-8 with a header, delimiter {@code , ; | } or tab, quotes as in RFC 4180, LF or
 *       CRLF. An empty cell is a missing value; {@code NA}, {@code null} and the like are words,
 *       and a problem in a number column. Column names are told apart by their letters, but two
 *       that differ in case only are a problem. Every record is walked over before DuckDB reads it,
 *       so that each problem of a file has its exact line.
 *   <li>A glob: the files follow one another by name; each has the same columns, in any order.
 *   <li>Parquet and SQL: numbers and booleans (as 0 and 1) become numbers, text and dates become
 *       categories, and either is read as text where a field asks for ids or a category. SQL runs
 *       in one thread, so that its sums and groups come out the same every time.
 * </ul>
 *
 * <p>Memory: the columns themselves (4 bytes a number or category, 8 an amount, about 17 an id), up
 * to half of one column more while it grows, and 1 GB for DuckDB, which spills beyond it to a
 * temporary folder.
 */
public final class DuckDbReader implements TableReader {
    /** No table has more rows. */
    static final int MOST_ROWS = 500_000_000;

    private static final String MEMORY = "1GB";

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if DuckDB runs out of memory or fails in itself
     */
    @Override
    public Table read(Source source, Layout layout) {
        int threads = source instanceof Source.Query ? 1 : Session.allThreads();
        Problems problems = new Problems();
        try (Session session = Session.open(source.folder(), threads, MEMORY)) {
            List<Part> parts = new Parts(session, problems, layout.mayBeEmpty()).of(source);
            if (parts.isEmpty()) {
                problems.throwIfAny();
            }
            checkSize(source, parts);
            return new Reading(session, source.name(), parts, layout, problems).table();
        }
    }

    private static void checkSize(Source source, List<Part> parts) {
        if (parts.stream().mapToLong(Part::rows).sum() > MOST_ROWS) {
            throw tooLong(source.name());
        }
    }

    static BadInput tooLong(String source) {
        String expectation = "must have at most %,d rows".formatted(MOST_ROWS);
        return new BadInput(Problem.of(source, expectation, ""));
    }
}
