package dev.marginal.app.answers;

import dev.marginal.scenarios.contacts.Window;
import java.time.Duration;
import java.util.Locale;

/** The window of a contact cap, in words. */
public final class CapWords {
    private CapWords() {}

    /** Such as {@code in 7 days}, to stand behind a number of messages. */
    public static String of(Window window) {
        if (window instanceof Window.Rolling rolling) {
            return "in " + length(rolling.length());
        }
        if (window instanceof Window.Calendar calendar) {
            return "per calendar " + calendar.unit().name().toLowerCase(Locale.ROOT);
        }
        if (window instanceof Window.CalendarDays days) {
            return days.days() == 1
                    ? "per calendar day"
                    : "in %d calendar days".formatted(days.days());
        }
        return window instanceof Window.Gap gap ? length(gap.least()) + " apart" : "ever";
    }

    private static String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long number, String unit) {
        return "%d %s%s".formatted(number, unit, number == 1 ? "" : "s");
    }
}
