package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * When each message of a day would go out. Customers of one zone share their times.
 *
 * @param messages one per offer
 * @param zones of the customers
 * @param at {@code [zone + 1][message]}: seconds since 1970, the last zone being the unknown one;
 *     {@link #QUIET} where quiet hours cancel it, {@link #EXPIRED} where it would go out too late
 */
public record Timetable(List<Message> messages, CustomerZones zones, long[][] at) {
    /** Quiet hours cancel the send. */
    public static final long QUIET = Long.MIN_VALUE;

    /** The send would wait longer than it may. */
    public static final long EXPIRED = Long.MIN_VALUE + 1;

    public Timetable {
        messages = List.copyOf(messages);
        Requires.require(
                at.length == zones.zones().size() + 1,
                "zones of a timetable",
                at.length,
                zones.zones().size() + 1 + "");
    }

    /** When an offer's message would reach a customer; {@link #QUIET} or {@link #EXPIRED}. */
    public long at(int message, int customer) {
        int zone = zones.code()[customer];
        return at[zone < 0 ? at.length - 1 : zone][message];
    }

    /** Whether the message goes out at all. */
    public static boolean goesOut(long at) {
        return at > EXPIRED;
    }
}
