package dev.marginal.scenarios.store.sendlog;

import dev.marginal.tables.Table;
import java.time.Instant;

/**
 * The rows of one import, as the log keeps them.
 *
 * @param table with the columns of docs/file-formats.md
 */
record LogRows(Table table, Instant completeThrough) {
    long count() {
        return table.rows();
    }
}
