package dev.marginal.scenarios.contacts;

import java.util.Arrays;

/**
 * How much room a customer's past sends leave under a cap.
 *
 * <p>Let S be the places of the sends that count, whether past or reserved ahead, and T those of
 * the day's messages that obey. A window is a run of the cap's width; only those that begin at a
 * place of S or T matter, since any other can be moved on to its first send and loses nothing. A
 * message is blocked if a window that holds it holds {@code most} of S already. With h of S and k
 * open messages in a window, any j of all the day's open messages are safe in it if min(j, k) ≤
 * most − h; so {@code left} is the least most − h over the windows with k > most − h. It is one
 * number for messages at different times, and therefore careful: two messages a week apart share
 * it.
 *
 * <p>Messages that count but do not obey are taken as sent. An instance is for one thread; its
 * arrays grow to the longest history and stay.
 */
final class Room {
    private static final int MOST = Allowances.PLENTY - 1;

    private long[] sends = new long[64];
    private long[] gaps = new long[64];
    private int[] held = new int[128];
    private int[] first = new int[128];
    private int[] last = new int[128];
    private boolean[] blocked = new boolean[64];
    private final int copies;
    private int count;
    private int windows;

    /**
     * Room for a day.
     *
     * @param copies how often there is each message; usually once
     */
    Room(int copies) {
        this.copies = copies;
    }

    void clear() {
        count = 0;
    }

    /** Adds a send that counts, at a second; in ascending order. */
    void add(long second, long gap) {
        if (count == sends.length) {
            sends = Arrays.copyOf(sends, 2 * count);
            gaps = Arrays.copyOf(gaps, 2 * count);
        }
        sends[count] = second;
        gaps[count++] = gap;
    }

    /** Whether the day's n-th place is blocked, after {@link #left}. */
    boolean isBlocked(int place) {
        return blocked[place];
    }

    /** How many open messages may go out; {@link Allowances#PLENTY} if all of them may. */
    byte left(CapDay day) {
        makeReady(day);
        if (!day.frozen() && count + (long) copies * day.obeying() <= day.most()) {
            return Allowances.PLENTY;
        }
        if (day.frozen()) {
            blockFrozen(day);
            count = 0;
        }
        measure(day);
        block(day.most());
        return open(day) ? leftOf(day) : 0;
    }

    private void makeReady(CapDay day) {
        for (long second : day.standing()) {
            insert(second, day.own());
        }
        int most = count + day.places().length;
        if (held.length < most) {
            held = new int[2 * most];
            first = new int[2 * most];
            last = new int[2 * most];
        }
        if (blocked.length < day.places().length) {
            blocked = new boolean[day.places().length];
        }
        Arrays.fill(blocked, 0, day.places().length, false);
    }

    private void insert(long second, long gap) {
        add(second, gap);
        int i = count - 1;
        for (; i > 0 && sends[i - 1] > second; i--) {
            sends[i] = sends[i - 1];
            gaps[i] = gaps[i - 1];
        }
        sends[i] = second;
        gaps[i] = gap;
    }

    /** Each past send keeps its own gap; later ones keep today's. */
    private void blockFrozen(CapDay day) {
        for (int place = 0; place < day.places().length; place++) {
            long at = day.places()[place];
            for (int i = 0; i < count && !blocked[place]; i++) {
                blocked[place] =
                        sends[i] <= at ? at - sends[i] < gaps[i] : sends[i] - at < day.own();
            }
        }
    }

    /** What every window that holds one of the day's places holds. */
    private void measure(CapDay day) {
        long[] places = day.places();
        for (int i = 0; i < count; i++) {
            sends[i] = day.ruler().place(sends[i]);
        }
        windows = 0;
        int send = 0;
        int place = 0;
        int sendEnd = 0;
        while (place < places.length) {
            long begin = send < count ? Math.min(sends[send], places[place]) : places[place];
            long end = begin + day.ruler().width();
            while (sendEnd < count && sends[sendEnd] < end) {
                sendEnd++;
            }
            int placeEnd = place;
            while (placeEnd < places.length && places[placeEnd] < end) {
                placeEnd++;
            }
            if (placeEnd > place) {
                held[windows] = sendEnd - send;
                first[windows] = place;
                last[windows++] = placeEnd;
            }
            while (send < count && sends[send] == begin) {
                send++;
            }
            place += places[place] == begin ? 1 : 0;
        }
    }

    private void block(int most) {
        for (int window = 0; window < windows; window++) {
            if (held[window] >= most) {
                Arrays.fill(blocked, first[window], last[window], true);
            }
        }
    }

    private boolean open(CapDay day) {
        for (int place = 0; place < day.places().length; place++) {
            if (!blocked[place]) {
                return true;
            }
        }
        return false;
    }

    private byte leftOf(CapDay day) {
        int left = Allowances.PLENTY;
        for (int window = 0; window < windows; window++) {
            long open = 0;
            for (int place = first[window]; place < last[window]; place++) {
                open += blocked[place] ? 0 : (long) copies * day.messages()[place].length;
            }
            int room = day.most() - held[window];
            left = open > Math.max(0, room) ? Math.min(left, Math.min(room, MOST)) : left;
        }
        return (byte) left;
    }
}
