package dev.marginal.tables.duckdb;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Some rows of a query. Columns and rows are counted from 0; a chunk is of no use after the call
 * that it is handed to.
 */
public final class RowChunk {
    private final DuckDBReadableVector[] columns;
    private final int rows;

    RowChunk(DuckDBDataChunkReader chunk) {
        this.rows = (int) chunk.rowCount();
        this.columns = new DuckDBReadableVector[(int) chunk.columnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = chunk.vector(i);
        }
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** A cell of a VARCHAR column that is not NULL. */
    public String text(int column, int row) {
        return columns[column].getString(row);
    }

    /** A cell of a BIGINT column that is not NULL. */
    public long whole(int column, int row) {
        return columns[column].getLong(row);
    }
}
