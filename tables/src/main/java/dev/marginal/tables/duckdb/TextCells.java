package dev.marginal.tables.duckdb;

import dev.marginal.tables.Field;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Cells that are read one by one, from the text that the file has. */
abstract class TextCells extends Cells {
    TextCells(Field field) {
        super(field);
    }

    /** Makes room for so many rows. */
    abstract void reserve(int rows);

    /** Takes a cell without a value. */
    abstract void addMissing(int row);

    /** Takes a cell's text. */
    abstract void add(int row, String text);

    @Override
    final List<String> expressions(Part.Head head, boolean allNumbers) {
        return List.of(text(head));
    }

    @Override
    final void add(DuckDBDataChunkReader chunk, int first, int row) {
        DuckDBReadableVector vector = chunk.vector(first);
        int rows = (int) chunk.rowCount();
        reserve(row + rows);
        for (int i = 0; i < rows; i++) {
            if (vector.isNull(i)) {
                addMissing(row + i);
            } else {
                add(row + i, vector.getString(i));
            }
        }
    }
}
