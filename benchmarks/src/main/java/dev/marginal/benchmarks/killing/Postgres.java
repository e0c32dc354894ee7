package dev.marginal.benchmarks.killing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A PostgreSQL server, asked in plain SQL. */
record Postgres(Connection connection) implements AutoCloseable {
    static Postgres at(String url, String user, String password) throws SQLException {
        return new Postgres(DriverManager.getConnection(url, user, password));
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Hands over each row as texts. */
    void rows(String sql, Consumer<List<String>> taker) {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        rows.forEach(taker);
    }

    /** Writes the first column of all rows, one after the other. */
    void bytes(String sql, OutputStream out) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                out.write(result.getBytes(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
