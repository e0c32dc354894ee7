package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.time.DayOfWeek;
import java.time.Duration;

/** The time over which a cap counts. */
public sealed interface Window {
    /**
     * The last {@code length} before each send, to the second: half-open [t − length, t), in
     * absolute time, whatever clocks are put forward.
     */
    record Rolling(Duration length) implements Window {
        public Rolling {
            Requires.require(
                    length.toSeconds() > 0, "length of a window", length, "a second or more");
        }
    }

    /** A calendar day, week or month; days of clock changes have 23 or 25 hours. */
    record Calendar(Unit unit, DayOfWeek weekStart, Zone zone) implements Window {}

    /**
     * The calendar day of each send and the {@code days} − 1 before it, on the clock of {@code
     * zone}; one day is a calendar day.
     */
    record CalendarDays(int days, Zone zone) implements Window {
        public CalendarDays {
            Requires.positive(days, "days of a window");
        }
    }

    /**
     * At least {@code least} between any two: a send at exactly t + least is free again. The cap's
     * {@code atMost} is 1.
     *
     * @param frozen whether a past send keeps the gap that held when it was sent (its log row says
     *     which); later settings then do not reach back
     */
    record Gap(Duration least, boolean frozen) implements Window {
        public Gap {
            Requires.require(least.toSeconds() > 0, "gap", least, "a second or more");
        }
    }

    /** All time. */
    record Lifetime() implements Window {}

    /** What a calendar is torn off by. */
    enum Unit {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }
}
