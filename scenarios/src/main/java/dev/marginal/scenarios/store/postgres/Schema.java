package dev.marginal.scenarios.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The tables of a store, in the schema {@code marginal}. A store that lacks some of them gets them
 * when it is opened; a lock keeps two processes from doing that at once. The lock comes before any
 * look at the tables: what a server has looked up once it may remember, even that something is not
 * there.
 */
final class Schema {
    private static final List<String> STEPS = List.of("schema-1.sql");

    private Schema() {}

    /** Brings the tables up to date; which store this is. */
    static UUID open(Transaction transaction) throws SQLException, IOException {
        transaction.lock("marginal schema");
        upgrade(transaction, version(transaction));
        return transaction
                .one(row -> row.getObject(1, UUID.class), "SELECT id FROM marginal.store")
                .orElseThrow();
    }

    private static void upgrade(Transaction transaction, int version)
            throws SQLException, IOException {
        if (version > STEPS.size()) {
            throw new SQLException("its tables are of a newer Marginal; use that one here");
        }
        if (version == STEPS.size()) {
            return;
        }
        if (!exists(transaction, "to_regnamespace('marginal')")) {
            transaction.run("CREATE SCHEMA marginal");
        }
        for (int step = version; step < STEPS.size(); step++) {
            transaction.run(text(STEPS.get(step)));
            transaction.change("UPDATE marginal.store SET version = ?", step + 1);
        }
    }

    private static int version(Transaction transaction) throws SQLException, IOException {
        return exists(transaction, "to_regclass('marginal.store')")
                ? transaction
                        .one(row -> row.getInt(1), "SELECT version FROM marginal.store")
                        .orElseThrow()
                : 0;
    }

    private static boolean exists(Transaction transaction, String name)
            throws SQLException, IOException {
        return transaction
                .one(row -> row.getBoolean(1), "SELECT %s IS NOT NULL".formatted(name))
                .orElseThrow();
    }

    private static String text(String step) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream(step)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
