package dev.marginal.tables.duckdb;

import java.util.ArrayList;
import java.util.List;

/** The faults of one column: the first hundred in words, all of them counted. */
final class Faults {
    static final int KEPT = 100;

    private final String column;
    private final List<CellFault> kept = new ArrayList<>();
    private long found;

    Faults(String column) {
        this.column = column;
    }

    /** Whether the next fault would be kept; if not, its words need not be made. */
    boolean hasRoom() {
        return kept.size() < KEPT;
    }

    /** Counts a fault that is not put in words. */
    void count() {
        found++;
    }

    void add(int row, String value, String expectation, String advice) {
        add(new CellFault(row, column, value, expectation, advice, CellFault.NONE));
    }

    void addTwin(int row, String value, int twin) {
        add(new CellFault(row, column, value, "must stand only once", "", twin));
    }

    void addMissing(int row) {
        add(row, null, "must not be empty", "");
    }

    List<CellFault> kept() {
        return kept;
    }

    long found() {
        return found;
    }

    private void add(CellFault fault) {
        found++;
        if (hasRoom()) {
            kept.add(fault);
        }
    }
}
