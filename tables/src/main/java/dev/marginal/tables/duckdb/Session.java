package dev.marginal.tables.duckdb;

import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** A private DuckDB in memory that spills to a folder of its own, deleted when it is closed. */
final class Session implements AutoCloseable {
    private static final int MOST_THREADS = 8;

    private final DuckDBConnection connection;
    private final Fleeting spill;

    private Session(DuckDBConnection connection, Fleeting spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /**
     * Opens a session whose relative file names start at {@code folder}.
     *
     * @param memory the most DuckDB holds before it spills, such as {@code 1GB}
     */
    static Session open(Path folder, int threads, String memory) {
        try {
            Fleeting spill =
                    new Fleeting(
                            Files.createTempDirectory(
                                    "marginal-duckdb-%d-"
                                            .formatted(ProcessHandle.current().pid())));
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            Session session = new Session(connection, spill);
            session.configure(searchable(folder.toAbsolutePath(), spill.path()), threads, memory);
            return session;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As many threads as are of use to read one file. */
    static int allThreads() {
        return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    DuckDBConnection connection() {
        return connection;
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    DuckDBPreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        } finally {
            deleteSpill();
        }
    }

    private void configure(Path folder, int threads, String memory) throws SQLException {
        for (String setting :
                List.of(
                        "threads = " + threads,
                        "memory_limit = " + Sql.quote(memory),
                        "temp_directory = " + Sql.quote(spill.path().toString()),
                        "preserve_insertion_order = true",
                        "autoinstall_known_extensions = false",
                        "autoload_known_extensions = false",
                        "file_search_path = " + Sql.quote(folder.toString()))) {
            run("SET " + setting);
        }
    }

    /** A search path is a list with commas, so a folder with a comma goes by another name. */
    private static Path searchable(Path folder, Path spill) throws IOException {
        return folder.toString().contains(",")
                ? Files.createSymbolicLink(spill.resolve("folder"), folder)
                : folder;
    }

    private void deleteSpill() {
        try {
            spill.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
