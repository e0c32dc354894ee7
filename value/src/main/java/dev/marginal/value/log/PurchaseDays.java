package dev.marginal.value.log;

import dev.marginal.tables.duckdb.Database;

/**
 * Rows of a log as purchases: one for each customer and day, in SQL.
 *
 * @param log what SQL calls the rows
 */
record PurchaseDays(LogSettings settings, String log) {
    /**
     * Two common table expressions, {@code lines} and {@code purchases (customer, day, micros)}.
     *
     * @param when a condition on {@code day}
     */
    String expressions(String when) {
        boolean netted = settings.refunds() == LogSettings.Refunds.NETTED;
        return """
                lines AS (
                    SELECT %1$s AS customer, CAST(%2$s AS BIGINT) AS day,
                        CAST(round(%3$s * 1000000) AS BIGINT) AS micros
                    FROM %4$s WHERE %1$s <> ''),
                purchases AS (
                    SELECT customer, day, CAST(sum(micros) AS BIGINT) AS micros
                    FROM lines WHERE %5$s AND %6$s GROUP BY customer, day %7$s)"""
                .formatted(
                        Database.identifier(settings.customer()),
                        Database.identifier(settings.time()),
                        Database.identifier(settings.amount()),
                        log,
                        when,
                        netted ? "true" : "micros >= 0",
                        netted ? "HAVING sum(micros) > 0 OR min(micros) >= 0" : "");
    }
}
