package dev.marginal.spark;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Where numbered things of each part begin among those of all.
 *
 * @param ends {@code [part]}: first number after it
 */
record Places(int[] ends) implements Serializable {
    /** Of parts with so many things each. */
    static Places of(int[] counts) {
        int[] ends = counts.clone();
        Arrays.parallelPrefix(ends, Math::addExact);
        return new Places(ends);
    }

    int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** A part's own of one thing for each number. */
    long[] own(int part, long[] all) {
        return Arrays.copyOfRange(all, start(part), ends[part]);
    }

    /** Those of some numbers, ascending, that are a part's own, counted from its first. */
    int[] own(int part, int[] some) {
        int from = before(some, start(part));
        int[] own = Arrays.copyOfRange(some, from, before(some, ends[part]));
        for (int i = 0; i < own.length; i++) {
            own[i] -= start(part);
        }
        return own;
    }

    private static int before(int[] some, int number) {
        int place = Arrays.binarySearch(some, number);
        return place < 0 ? -place - 1 : place;
    }
}
