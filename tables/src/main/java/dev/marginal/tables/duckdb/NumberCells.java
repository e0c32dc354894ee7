package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.NumberColumn;
import java.util.Arrays;

/** Numeric features in single precision. */
final class NumberCells extends NumericCells {
    private final String wordAdvice;
    private float[] values;

    NumberCells(Field field, String wordAdvice, int rows) {
        super(field);
        this.wordAdvice = wordAdvice;
        this.values = new float[rows];
    }

    @Override
    void makeRoom(int rows) {
        if (rows > values.length) {
            values = Arrays.copyOf(values, grown(values.length, rows));
        }
    }

    @Override
    void put(int row, double value) {
        values[row] = (float) value;
    }

    @Override
    boolean fits(double value) {
        return Float.isFinite((float) value);
    }

    @Override
    String wordAdvice() {
        return wordAdvice;
    }

    @Override
    Column column(int rows) {
        return new NumberColumn(
                field().name(), rows == values.length ? values : Arrays.copyOf(values, rows));
    }
}
