package dev.marginal.tables.duckdb;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import java.util.Arrays;

/** Amounts in double precision, within the range of their field. */
final class AmountCells extends NumericCells {
    private final double least;
    private final double most;
    private double[] values;

    AmountCells(Field field, int rows) {
        super(field);
        this.least = field.least();
        this.most = field.most();
        this.values = new double[rows];
    }

    @Override
    void makeRoom(int rows) {
        if (rows > values.length) {
            values = Arrays.copyOf(values, grown(values.length, rows));
        }
    }

    @Override
    void put(int row, double value) {
        values[row] = value;
    }

    @Override
    boolean fits(double value) {
        return value >= least && value <= most && Double.isFinite(value);
    }

    @Override
    String wordAdvice() {
        return "";
    }

    @Override
    Column column(int rows) {
        return new AmountColumn(
                field().name(), rows == values.length ? values : Arrays.copyOf(values, rows));
    }
}
