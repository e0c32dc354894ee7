package dev.marginal.tables.duckdb;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.csv.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A DuckDB in memory: SQL over files; in one thread, as audits do, sums come out the same every
 * time. It holds 2 GB at most and spills the rest to a temporary folder that goes with it.
 */
public final class Database implements AutoCloseable {
    private static final String MEMORY = "2GB";

    private final Session session;

    private Database(Session session) {
        this.session = session;
    }

    /** A database whose relative file names start at {@code folder}. */
    public static Database over(Path folder) {
        return new Database(Session.open(folder, 1, MEMORY));
    }

    /**
     * A database that works with several threads. Rows come in the same order every time; sums of
     * doubles may differ in their last digits.
     */
    public static Database over(Path folder, Execution execution) {
        return new Database(Session.open(folder, execution.threads(), MEMORY));
    }

    /**
     * Runs a statement.
     *
     * @throws IllegalStateException if DuckDB refuses it, with its text
     */
    public void run(String sql) {
        try {
            session.run(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /**
     * Makes a table of ours one of this database, to be joined with files.
     *
     * @param name what SQL calls it
     */
    public void load(Table table, String name) {
        try {
            TableRows.register(session.connection(), table);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        run("CREATE TEMP TABLE %s AS FROM %s()".formatted(Sql.identifier(name), TableRows.NAME));
    }

    /**
     * The rows of a query, each from column name to value (as JDBC gives it) in column order.
     *
     * @throws IllegalStateException if DuckDB refuses the query, with its text
     */
    public List<Map<String, Object>> rows(String sql) {
        try (Statement statement = session.statement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /**
     * Hands the rows of a query to {@code taker}, chunk by chunk and never all at once, in the
     * query's order.
     *
     * @throws IllegalStateException if DuckDB refuses the query, with its text
     */
    public void each(String sql, Consumer<RowChunk> taker) {
        try (DuckDBPreparedStatement statement = session.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                taker.accept(new RowChunk(result.chunk()));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** A string literal of SQL. */
    public static String quote(String text) {
        return Sql.quote(text);
    }

    /** The name of a column or table in SQL. */
    public static String identifier(String name) {
        return Sql.identifier(name);
    }

    /**
     * The SQL table expression of a source's rows, in order, with all columns as text and NULL
     * where they are empty; it reads CSV as {@link DuckDbReader} does. Relative names in the SQL of
     * a {@link Source.Query} start at the folder of the database, which must be the source's.
     *
     * @throws BadInput if there is no such file
     */
    public static String scan(Source source) {
        if (source instanceof Source.Query query) {
            return asText(Sql.scanQuery(query.sql()));
        }
        Problems problems = new Problems();
        List<FileNames.Found> files = new FileNames((Source.Files) source, problems).find();
        problems.throwIfAny();
        return files.stream()
                .map(Database::scan)
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }

    @Override
    public void close() {
        session.close();
    }

    private static String scan(FileNames.Found file) {
        if (file.isParquet()) {
            return "FROM " + asText(Sql.scanParquet(file.path()));
        }
        try {
            return "FROM " + Sql.scan(CsvFile.glance(file.path(), file.name()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String asText(String scan) {
        return "(SELECT nullif(CAST(COLUMNS(*) AS VARCHAR), '') FROM %s)".formatted(scan);
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Requires.require(!row.containsKey(name), "column", name, "named only once");
            row.put(name, result.getObject(i));
        }
        return row;
    }
}
