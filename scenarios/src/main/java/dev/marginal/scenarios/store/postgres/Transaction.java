package dev.marginal.scenarios.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL with values in the place of its question marks, all of it done or nothing. */
final class Transaction {
    private static final int FETCHED = 8;

    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    /** Runs statements without values. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement; how many rows it changed. */
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Keeps everybody else from getting past a call with these words until this one ends. */
    void lock(String words) throws SQLException, IOException {
        one(row -> words, "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))", words);
    }

    <T> Optional<T> one(Reader<T> reader, String sql, Object... values)
            throws SQLException, IOException {
        return all(reader, sql, values).stream().findFirst();
    }

    /** Every row, read a few at a time. */
    <T> List<T> all(Reader<T> reader, String sql, Object... values)
            throws SQLException, IOException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(reader.read(row));
            }
        }
        return all;
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCHED);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
