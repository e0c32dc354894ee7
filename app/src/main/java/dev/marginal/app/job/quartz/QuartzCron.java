package dev.marginal.app.job.quartz;

import dev.marginal.app.job.UnixCron;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Cron's times in Quartz's words. Quartz has a field for seconds first, counts the days of the week
 * from Sunday = 1 where cron has Sunday = 0, and wants a {@code ?} for the kind of day that is not
 * restricted. Lists are written out and weekdays named, so that nothing hangs on how either reads
 * ranges and steps.
 */
final class QuartzCron {
    private static final List<String> WEEKDAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int MINUTES = 60;
    private static final int HOURS = 24;
    private static final int MONTHS = 12;

    private QuartzCron() {}

    static String of(UnixCron cron) {
        return String.join(
                " ",
                "0",
                list(cron.minutes(), MINUTES),
                list(cron.hours(), HOURS),
                cron.anyWeekday() ? cron.anyDay() ? "*" : words(cron.days()) : "?",
                list(cron.months(), MONTHS),
                cron.anyWeekday()
                        ? "?"
                        : cron.weekdays().stream()
                                .map(WEEKDAYS::get)
                                .collect(Collectors.joining(",")));
    }

    private static String list(SortedSet<Integer> values, int all) {
        return values.size() == all ? "*" : words(values);
    }

    private static String words(SortedSet<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
