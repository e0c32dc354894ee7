package dev.marginal.scenarios.contacts;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Turns seconds into places such that the windows of a cap are the runs of {@code width} places.
 *
 * <p>A rolling window of L seconds holds a send at t and those in [t − L, t): L + 1 places of a
 * second each. A gap of G seconds is free again at t + G: G places. Of a calendar each page is a
 * place, and so is each day of several calendar days. All time is one place.
 */
final class Ruler {
    private static final long LONGEST = 1L << 40;

    private final long[] begins;
    private final long width;
    private final long from;
    private final long until;

    private Ruler(long[] begins, long width, long from, long until) {
        this.begins = begins;
        this.width = width;
        this.from = from;
        this.until = until;
    }

    /**
     * The ruler for new sends between {@code first} and {@code last}.
     *
     * @param customers the customers' zone; null where it is unknown
     */
    static Ruler of(Window window, ZoneId customers, long first, long last) {
        if (window instanceof Window.Rolling rolling) {
            return seconds(seconds(rolling.length()) + 1, first, last);
        }
        if (window instanceof Window.Gap gap) {
            Ruler ruler = seconds(seconds(gap.least()), first, last);
            return gap.frozen()
                    ? new Ruler(ruler.begins, ruler.width, Long.MIN_VALUE, ruler.until)
                    : ruler;
        }
        if (window instanceof Window.Calendar calendar) {
            ZoneId zone = calendar.zone().of(customers);
            return pages(
                    new CalendarPages(calendar.unit(), calendar.weekStart(), zone), 1, first, last);
        }
        if (window instanceof Window.CalendarDays days) {
            ZoneId zone = days.zone().of(customers);
            return pages(new CalendarPages(Window.Unit.DAY, null, zone), days.days(), first, last);
        }
        return new Ruler(new long[] {Long.MIN_VALUE}, 1, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Ruler seconds(long width, long first, long last) {
        return new Ruler(new long[0], width, first - width + 1, last + width);
    }

    private static Ruler pages(CalendarPages pages, int width, long first, long last) {
        long[] begins = pages.begins(first, last, width - 1);
        return new Ruler(begins, width, begins[0], begins[begins.length - 1]);
    }

    private static long seconds(Duration length) {
        return Math.min(LONGEST, length.toSeconds());
    }

    /** How many places a window has. */
    long width() {
        return width;
    }

    /** The first second that can share a window with a new send. */
    long from() {
        return from;
    }

    /** The first second after those that can. */
    long until() {
        return until;
    }

    /** The place of a second in [from, until). */
    long place(long second) {
        if (begins.length == 0) {
            return second;
        }
        int low = 0;
        int high = begins.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= second) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
