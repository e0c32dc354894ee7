package dev.marginal.tables.duckdb;

import dev.marginal.tables.IdColumn;
import java.util.Arrays;
import java.util.BitSet;

/** Finds ids that stand twice, in a hash table of row numbers: 6 to 12 bytes a row. */
final class Twins {
    private static final int FREE = -1;

    private Twins() {}

    /** Adds a fault for each row whose id stands in an earlier row; unfit rows are passed over. */
    static void find(IdColumn ids, BitSet unfit, Faults faults) {
        int[] slots = new int[Integer.highestOneBit(ids.rows() * 3 / 2 + 1) << 1];
        Arrays.fill(slots, FREE);
        for (int row = 0; row < ids.rows(); row++) {
            int twin = unfit.get(row) ? FREE : place(ids, row, slots);
            if (twin == FREE) {
                continue;
            }
            if (faults.hasRoom()) {
                faults.addTwin(row, ids.id(row), twin);
            } else {
                faults.count();
            }
        }
    }

    /** The earlier row of the same id; if there is none, this row takes its place. */
    private static int place(IdColumn ids, int row, int[] slots) {
        int mask = slots.length - 1;
        int hash = ids.hash(row);
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != FREE) {
            if (ids.same(slots[slot], row)) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = row;
        return FREE;
    }
}
