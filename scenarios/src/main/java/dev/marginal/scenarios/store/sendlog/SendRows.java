package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.PastSends;
import java.util.Arrays;
import java.util.List;

/**
 * Sends as they come out of a log, 60 bytes each; of several with one decision the one with the
 * latest status stays, and of equally late ones the last.
 */
final class SendRows {
    /** No more rows than this. */
    static final int MOST = 700_000_000;

    /** In the place of a decision: there is none. */
    static final long NO_DECISION = -1;

    private static final int FREE = -1;
    private static final long MICROS = 1_000_000;

    private final int[] customer;
    private final char[] kind;
    private final long[] at;
    private final long[] statusAt;
    private final long[] upper;
    private final long[] lower;
    private final long[] places;
    private final int[] slots;
    private int count;

    /** Room for so many rows. */
    SendRows(int most) {
        customer = new int[most];
        kind = new char[most];
        at = new long[most];
        statusAt = new long[most];
        upper = new long[most];
        lower = new long[most];
        places = new long[most];
        slots = new int[Math.max(2, Integer.highestOneBit(most) << 1)];
        Arrays.fill(slots, FREE);
    }

    /**
     * Takes a row.
     *
     * @param sent when it was sent, in microseconds
     * @param told when its status was reached, in microseconds
     * @param place where it stands in the log
     * @param decision {@link #NO_DECISION}, or half of the decision's number
     * @param more the other half
     */
    void add(int who, char what, long sent, long told, long place, long decision, long more) {
        int row = decision == NO_DECISION ? count : row(decision, more);
        if (row < count && !isLater(told, place, row)) {
            return;
        }
        customer[row] = who;
        kind[row] = what;
        at[row] = sent;
        statusAt[row] = told;
        upper[row] = decision;
        lower[row] = more;
        places[row] = place;
        count += row == count ? 1 : 0;
    }

    /** The sends from {@code since} on, by customer and time. */
    PastSends pastSends(List<PastSends.Kind> kinds, int customers, long since) {
        int[] start = new int[customers + 1];
        long first = Math.multiplyExact(since, MICROS);
        for (int row = 0; row < count; row++) {
            start[customer[row] + 1] += at[row] >= first ? 1 : 0;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        long[] sorted = new long[start[customers]];
        int[] next = start.clone();
        for (int row = 0; row < count; row++) {
            if (at[row] >= first) {
                sorted[next[customer[row]]++] = packed(row);
            }
        }
        for (int i = 0; i < customers; i++) {
            if (start[i + 1] - start[i] > 1) {
                Arrays.sort(sorted, start[i], start[i + 1]);
            }
        }
        return unpacked(kinds, start, sorted);
    }

    private boolean isLater(long told, long place, int row) {
        return told > statusAt[row] || told == statusAt[row] && place > places[row];
    }

    /** The row of a decision, or the next free one. */
    private int row(long decision, long rest) {
        int mask = slots.length - 1;
        int slot = (int) (decision ^ decision >>> 32) & mask;
        while (slots[slot] != FREE) {
            int row = slots[slot];
            if (upper[row] == decision && lower[row] == rest) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = count;
        return count;
    }

    /** Seconds and kind in one number that sorts by both. */
    private long packed(int row) {
        return Math.floorDiv(at[row], MICROS) << Character.SIZE | kind[row];
    }

    private static PastSends unpacked(List<PastSends.Kind> kinds, int[] start, long[] sorted) {
        long[] seconds = new long[sorted.length];
        char[] kind = new char[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            seconds[i] = sorted[i] >> Character.SIZE;
            kind[i] = (char) sorted[i];
        }
        return new PastSends(kinds, start, seconds, kind);
    }
}
