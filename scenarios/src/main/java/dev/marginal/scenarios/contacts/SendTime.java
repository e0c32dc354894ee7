package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.time.LocalTime;

/** The time of day at which a channel's messages go out, on the clock of {@code zone}. */
public record SendTime(String channel, LocalTime at, Zone zone) {
    public SendTime {
        Requires.text(channel, "channel");
    }
}
