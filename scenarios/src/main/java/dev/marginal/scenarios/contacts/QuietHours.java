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

    /** What becomes of a send in quiet hours. */
    public enum Then {
        /** It goes out when they end; caps are checked at that time. */
        WAIT,
        /** It does not go out. */
        CANCEL
    }
}
