package dev.marginal.boosting;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;

/**
 * Row-major floats outside the heap, which XGBoost reads where they are: an array of Java's would
 * be copied once more on its way in. To be closed as soon as it was read.
 */
final class Sheet implements AutoCloseable {
    private final BigDenseMatrix cells;

    Sheet(int rows, int columns) {
        this.cells = new BigDenseMatrix(rows, columns);
    }

    int columns() {
        return cells.ncol;
    }

    /** Writes one cell; {@code place} counts row by row. */
    void set(long place, float value) {
        cells.set(place, value);
    }

    /** Writes the arm's codes into the last columns of every row. */
    void setArm(ArmColumns columns, int arm) {
        for (int row = 0; row < cells.nrow; row++) {
            setArm(columns, row, arm);
        }
    }

    /** Writes the arm's codes into the last columns of one row. */
    void setArm(ArmColumns columns, int row, int arm) {
        float[] codes = columns.codes()[arm];
        long at = (long) (row + 1) * cells.ncol - codes.length;
        for (float code : codes) {
            cells.set(at++, code);
        }
    }

    /** The cells in XGBoost's own layout, to be disposed by the caller. */
    DMatrix read(String[] types) throws XGBoostError {
        DMatrix data = new DMatrix(cells, Float.NaN);
        data.setFeatureTypes(types);
        return data;
    }

    @Override
    public void close() {
        cells.dispose();
    }
}
