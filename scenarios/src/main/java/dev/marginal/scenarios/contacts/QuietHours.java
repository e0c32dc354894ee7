package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.time.LocalTime;
import java.util.List;

/**
 * When nothing is sent: [from, until) on the clock of {@code zone}, over midnight where from is
 * later than until.
 *
 * @param channels empty for any
 * @param then what becomes of a send that falls in it
 */
public record QuietHours(
        List<String> channels, LocalTime from, LocalTime until, Zone zone, Then then) {
    public QuietHours {
        channels = List.copyOf(channels);
        Requires.require(
                !from.equals(until), "quiet hours", from, "some of the day, not all of it");
    }

    /** Whether they are a channel's. */
    public boolean speaksOf(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    /** Whether they hold when the clock shows {@code time}. */
    public boolean hold(LocalTime time) {
        boolean started = !time.isBefore(from);
        boolean notOver = time.isBefore(until);
        return from.isBefore(until) ? started && notOver : started || notOver;
    }

    /** What becomes of a send in quiet hours. */
    public enum Then {
        /** It goes out when they end; caps are checked at that time. */
        WAIT,
        /** It does not go out. */
        CANCEL
    }
}
