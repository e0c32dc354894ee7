package dev.marginal.tables.duckdb;

/**
 * A cell that does not fit its column.
 *
 * @param row counted from 0 over all parts; {@link #NONE} if the whole column is at fault
 * @param value what stands there; {@code null} if nothing
 * @param twin the earlier row that holds the same id, or {@link #NONE}
 */
record CellFault(
        int row, String column, String value, String expectation, String advice, int twin) {
    static final int NONE = -1;
}
