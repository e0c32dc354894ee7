package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.InstantColumn;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Times with their offset from UTC. */
final class InstantCells extends Cells {
    private static final String EXPECTED =
            "must be a time with its offset from UTC, such as 2026-11-30T18:05:00+08:00";

    private long[] micros;

    InstantCells(Field field, int rows) {
        super(field);
        this.micros = new long[rows];
    }

    @Override
    List<String> expressions(Part.Head head, boolean allNumbers) {
        return List.of(text(head));
    }

    @Override
    void add(DuckDBDataChunkReader chunk, int first, int row) {
        DuckDBReadableVector vector = chunk.vector(first);
        int rows = (int) chunk.rowCount();
        if (row + rows > micros.length) {
            micros = Arrays.copyOf(micros, grown(micros.length, row + rows));
        }
        for (int i = 0; i < rows; i++) {
            micros[row + i] = vector.isNull(i) ? missing(row + i) : read(row + i, vector, i);
        }
    }

    @Override
    Column column(int rows) {
        return new InstantColumn(
                field().name(), rows == micros.length ? micros : Arrays.copyOf(micros, rows));
    }

    private long missing(int row) {
        if (field().required()) {
            faults().addMissing(row);
        }
        return InstantColumn.MISSING;
    }

    private long read(int row, DuckDBReadableVector vector, int i) {
        String text = vector.getString(i);
        long read = Rfc3339.micros(text);
        if (read != InstantColumn.MISSING) {
            return read;
        }
        if (faults().hasRoom()) {
            faults().add(row, text, EXPECTED, Rfc3339.advice(text));
        } else {
            faults().count();
        }
        return InstantColumn.MISSING;
    }
}
