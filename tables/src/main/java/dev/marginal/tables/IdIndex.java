package dev.marginal.tables;

import java.util.Arrays;

/**
 * Finds ids in a column by a hash table of row numbers: 6 to 12 bytes a row.
 *
 * <p>Of rows with the same id, the first is found.
 */
public final class IdIndex {
    /** Not in the column. */
    public static final int ABSENT = -1;

    private final IdColumn ids;
    private final int[] slots;

    /** An index of these ids. */
    public IdIndex(IdColumn ids) {
        this(ids, room(ids.rows()));
        for (int row = 0; row < ids.rows(); row++) {
            put(row);
        }
    }

    private IdIndex(IdColumn ids, int slots) {
        this.ids = ids;
        this.slots = new int[slots];
        Arrays.fill(this.slots, ABSENT);
    }

    /** For every row of a column, the first row with the same id. */
    public static int[] firstRows(IdColumn ids) {
        IdIndex index = new IdIndex(ids, room(ids.rows()));
        int[] firsts = new int[ids.rows()];
        Arrays.setAll(firsts, index::put);
        return firsts;
    }

    /** The first row with the id that stands in a row of another column, or {@link #ABSENT}. */
    public int find(IdColumn other, int row) {
        return slots[slot(other, row)];
    }

    /** The first row with this id, given in UTF-8, or {@link #ABSENT}. */
    public int find(byte[] id) {
        int mask = slots.length - 1;
        int hash = IdColumn.hash(id);
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != ABSENT && !ids.same(slots[slot], id)) {
            slot = (slot + 1) & mask;
        }
        return slots[slot];
    }

    /** The first row with the id of this one, which is itself if its id is new. */
    private int put(int row) {
        int slot = slot(ids, row);
        if (slots[slot] == ABSENT) {
            slots[slot] = row;
        }
        return slots[slot];
    }

    private static int room(int rows) {
        return Integer.highestOneBit(rows * 3 / 2 + 1) << 1;
    }

    /** Where the id is, or would be. */
    private int slot(IdColumn other, int row) {
        int mask = slots.length - 1;
        int hash = other.hash(row);
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != ABSENT && !ids.same(slots[slot], other, row)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
