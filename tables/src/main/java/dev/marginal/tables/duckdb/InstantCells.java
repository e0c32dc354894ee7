package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.InstantColumn;
import java.util.Arrays;

/** Times with their offset from UTC. */
final class InstantCells extends TextCells {
    private static final String EXPECTED =
            "must be a time with its offset from UTC, such as 2026-11-30T18:05:00+08:00";

    private long[] micros;

    InstantCells(Field field, int rows) {
        super(field);
        this.micros = new long[rows];
    }

    @Override
    void reserve(int rows) {
        if (rows > micros.length) {
            micros = Arrays.copyOf(micros, grown(micros.length, rows));
        }
    }

    @Override
    void addMissing(int row) {
        micros[row] = InstantColumn.MISSING;
        if (field().required()) {
            faults().addMissing(row);
        }
    }

    @Override
    void add(int row, String text) {
        micros[row] = Rfc3339.micros(text);
        if (micros[row] == InstantColumn.MISSING) {
            refuse(row, text);
        }
    }

    @Override
    Column column(int rows) {
        return new InstantColumn(
                field().name(), rows == micros.length ? micros : Arrays.copyOf(micros, rows));
    }

    private void refuse(int row, String text) {
        if (faults().hasRoom()) {
            faults().add(row, text, EXPECTED, Rfc3339.advice(text));
        } else {
            faults().count();
        }
    }
}
