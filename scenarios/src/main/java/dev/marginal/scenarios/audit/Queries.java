package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;

/** Questions with one number for an answer. */
final class Queries {
    private Queries() {}

    static long count(Database database, String sql) {
        return ((Number) database.rows(sql).get(0).values().iterator().next()).longValue();
    }
}
