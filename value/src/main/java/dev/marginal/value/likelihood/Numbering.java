package dev.marginal.value.likelihood;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they are first met. */
public final class Numbering {
    private static final int FIRST_ROOM = 1 << 10;
    private static final int FREE = -1;

    private long[] keys = new long[FIRST_ROOM];
    private int[] slots = new int[2 * FIRST_ROOM];
    private int size;

    public Numbering() {
        Arrays.fill(slots, FREE);
    }

    /** The number of a key, a new one if it was never met. */
    public int of(long key) {
        int slot = slot(key);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    /** How many different keys were met. */
    public int size() {
        return size;
    }

    /** The key that has a number. */
    public long key(int number) {
        return keys[number];
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != FREE && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[4 * size];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number;
        }
    }
}
