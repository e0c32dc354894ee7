package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Works out what is left of every cap for every customer.
 *
 * <p>All that depends on zones and calendars is worked out once per cap and zone ({@link CapDay});
 * a customer then costs one look at each past send per cap, and a sum over the few that share a
 * window with a message of the day ({@link Room}).
 */
public final class AllowanceCalculator {
    private static final int CHUNK = 1 << 15;
    private static final int MOST_CAPS = 120;

    /** More messages than any cap allows. */
    private static final int NO_END = 1 << 16;

    private final List<ContactCap> caps;
    private final Timetable timetable;
    private final PastSends past;
    private final CapDay[][] days;
    private final boolean[][] counted;
    private final byte[][] left;
    private final byte[][] blockedBy;
    private final int copies;

    private AllowanceCalculator(
            List<ContactCap> caps, Timetable timetable, PastSends past, int copies) {
        int customers = past.customers();
        this.caps = caps;
        this.timetable = timetable;
        this.past = past;
        this.copies = copies;
        this.days = days(caps, timetable);
        this.counted = counted(caps, past.kinds());
        this.left = new byte[caps.size()][customers];
        this.blockedBy = new byte[timetable.messages().size()][customers];
    }

    /**
     * What is left of caps after what was sent and what is reserved.
     *
     * <p>A message that obeys takes up room whether or not it counts. A message that counts and
     * does not obey is not limited, and taken as sent.
     *
     * @param caps those that hold for the messages of the timetable; up to 120
     * @param past of the timetable's customers, back to {@link #since} at least
     * @throws IllegalArgumentException if the two are not of the same customers
     */
    public static Allowances allowances(
            List<ContactCap> caps, Timetable timetable, PastSends past, Execution execution) {
        return allowances(caps, timetable, past, 1, execution);
    }

    /**
     * The same if there were no end of each message: what is left is the room of the windows
     * itself, also where this timetable's messages could not fill it. For what others may send
     * beside them, today or later.
     */
    public static Allowances rooms(
            List<ContactCap> caps, Timetable timetable, PastSends past, Execution execution) {
        return allowances(caps, timetable, past, NO_END, execution);
    }

    private static Allowances allowances(
            List<ContactCap> caps,
            Timetable timetable,
            PastSends past,
            int copies,
            Execution execution) {
        int customers = timetable.zones().code().length;
        Requires.require(
                past.customers() == customers,
                "customers of past sends",
                past.customers(),
                customers + ", as in the timetable");
        Requires.require(caps.size() <= MOST_CAPS, "caps", caps.size(), "120 or fewer");
        AllowanceCalculator calculator = new AllowanceCalculator(caps, timetable, past, copies);
        execution.each((customers + CHUNK - 1) / CHUNK, calculator::chunk);
        return new Allowances(caps, calculator.left, calculator.blockedBy);
    }

    /**
     * Sends before this moment cannot matter. For ever back where a cap is for a lifetime or past
     * sends keep gaps of their own; {@link Instant#MAX} where no message obeys a cap.
     */
    public static Instant since(List<ContactCap> caps, Timetable timetable) {
        long since =
                Arrays.stream(days(caps, timetable))
                        .flatMap(Arrays::stream)
                        .filter(day -> day != null)
                        .mapToLong(day -> day.ruler().from())
                        .min()
                        .orElse(Long.MAX_VALUE);
        return since == Long.MAX_VALUE
                ? Instant.MAX
                : Instant.ofEpochSecond(Math.max(since, Instant.EPOCH.getEpochSecond()));
    }

    private static CapDay[][] days(List<ContactCap> caps, Timetable timetable) {
        List<ZoneId> zones = timetable.zones().zones();
        CapDay[][] days = new CapDay[caps.size()][zones.size() + 1];
        for (int cap = 0; cap < caps.size(); cap++) {
            ContactCap one = caps.get(cap);
            boolean[] covered = new boolean[timetable.messages().size()];
            for (int message = 0; message < covered.length; message++) {
                covered[message] = holds(one, timetable.messages().get(message), caps);
            }
            for (int zone = 0; zone <= zones.size(); zone++) {
                ZoneId customers = zone < zones.size() ? zones.get(zone) : null;
                Optional<CapDay> day =
                        CapDay.of(
                                one,
                                timetable.messages(),
                                covered,
                                timetable.at()[zone],
                                customers);
                days[cap][zone] = day.orElse(null);
            }
        }
        return days;
    }

    /** Whether a cap speaks of a message and no other takes its place. */
    static boolean holds(ContactCap cap, Message message, List<ContactCap> caps) {
        return cap.covers(message)
                && caps.stream()
                        .noneMatch(
                                other ->
                                        other.overrides().contains(cap.id())
                                                && other.covers(message));
    }

    private static boolean[][] counted(List<ContactCap> caps, List<PastSends.Kind> kinds) {
        boolean[][] counted = new boolean[caps.size()][kinds.size()];
        for (int cap = 0; cap < caps.size(); cap++) {
            ContactCap one = caps.get(cap);
            for (int kind = 0; kind < kinds.size(); kind++) {
                PastSends.Kind sent = kinds.get(kind);
                counted[cap][kind] =
                        sent.message().counts()
                                && one.counted().contains(sent.status())
                                && holds(one, sent.message(), caps);
            }
        }
        return counted;
    }

    private void chunk(int number) {
        Room room = new Room(copies);
        int from = number * CHUNK;
        int to = Math.min(past.customers(), from + CHUNK);
        for (byte[] message : blockedBy) {
            Arrays.fill(message, from, to, Allowances.FREE);
        }
        for (int customer = from; customer < to; customer++) {
            int code = timetable.zones().code()[customer];
            for (int cap = 0; cap < days.length; cap++) {
                CapDay day = days[cap][code < 0 ? days[cap].length - 1 : code];
                left[cap][customer] =
                        day == null ? Allowances.PLENTY : left(cap, day, customer, room);
            }
        }
    }

    private byte left(int cap, CapDay day, int customer, Room room) {
        gather(counted[cap], day, customer, room);
        byte most = room.left(day);
        for (int place = 0; place < day.places().length; place++) {
            if (room.isBlocked(place)) {
                for (int message : day.messages()[place]) {
                    if (blockedBy[message][customer] == Allowances.FREE) {
                        blockedBy[message][customer] = (byte) cap;
                    }
                }
            }
        }
        return most;
    }

    private void gather(boolean[] counts, CapDay day, int customer, Room room) {
        room.clear();
        long from = day.ruler().from();
        long until = day.ruler().until();
        for (int i = past.start()[customer]; i < past.start()[customer + 1]; i++) {
            long at = past.at()[i];
            if (at >= from && at < until && counts[past.kind()[i]]) {
                room.add(at, day.frozen() ? gap(past.kind()[i], day) : 0);
            }
        }
    }

    private long gap(char kind, CapDay day) {
        int gap = past.kinds().get(kind).gapSeconds();
        return gap > 0 ? gap : day.own();
    }
}
