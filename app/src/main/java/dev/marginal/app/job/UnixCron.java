package dev.marginal.app.job;

import dev.marginal.tables.Requires;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Times as {@code crontab(5)} says them: minute, hour, day of month, month, day of week, such as
 * {@code 0 3 * * *}; or {@code @hourly}, {@code @daily}, {@code @weekly}, {@code @monthly}, {@code
 * @yearly}.
 *
 * <p>Cron runs on <em>either</em> day where both the day of month and the day of week are
 * restricted; as few who write that mean it, it is refused.
 *
 * @param text as it was given
 * @param minutes 0 to 59
 * @param hours 0 to 23
 * @param days of the month, 1 to 31
 * @param months 1 to 12
 * @param weekdays 0, Sunday, to 6, Saturday
 */
public record UnixCron(
        String text,
        SortedSet<Integer> minutes,
        SortedSet<Integer> hours,
        SortedSet<Integer> days,
        SortedSet<Integer> months,
        SortedSet<Integer> weekdays) {
    private static final Map<String, String> NAMED =
            Map.of(
                    "@hourly", "0 * * * *",
                    "@daily", "0 0 * * *",
                    "@midnight", "0 0 * * *",
                    "@weekly", "0 0 * * 0",
                    "@monthly", "0 0 1 * *",
                    "@yearly", "0 0 1 1 *",
                    "@annually", "0 0 1 1 *");
    private static final int FIELDS = 5;
    private static final int DAYS_LOOKED_AT = 8 * 366;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException that says what cannot be expressed
     */
    public static UnixCron of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Requires.require(
                !plain.startsWith("@") || NAMED.containsKey(plain),
                "schedule",
                text,
                "@hourly, @daily, @weekly, @monthly, @yearly, or five fields");
        String[] fields = NAMED.getOrDefault(plain, plain).split("\\s+");
        Requires.require(
                fields.length == FIELDS,
                "schedule",
                text,
                "five fields: minute hour day-of-month month day-of-week, such as \"0 3 * * *\"");
        UnixCron cron =
                new UnixCron(
                        text,
                        CronField.MINUTE.of(fields[0]),
                        CronField.HOUR.of(fields[1]),
                        CronField.DAY.of(fields[2]),
                        CronField.MONTH.of(fields[3]),
                        CronField.WEEKDAY.of(fields[4]));
        cron.requireOneKindOfDay();
        cron.requireSomeDay();
        return cron;
    }

    /** Whether every day of the month will do. */
    public boolean anyDay() {
        return days.size() == CronField.DAY.size();
    }

    /** Whether every day of the week will do. */
    public boolean anyWeekday() {
        return weekdays.size() == CronField.WEEKDAY.size();
    }

    /** The last time before {@code now}, or at it; empty for none in eight years. */
    public Optional<ZonedDateTime> lastUntil(ZonedDateTime now) {
        for (int back = 0; back < DAYS_LOOKED_AT; back++) {
            LocalDate day = now.toLocalDate().minusDays(back);
            Optional<ZonedDateTime> last =
                    times(day, now)
                            .filter(time -> !time.isAfter(now))
                            .max(ZonedDateTime::compareTo);
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /**
     * The first time after {@code now}; empty for none in eight years. A time that the clocks leave
     * out when they are put forward comes as much later as they are put forward.
     */
    public Optional<ZonedDateTime> firstAfter(ZonedDateTime now) {
        for (int ahead = 0; ahead < DAYS_LOOKED_AT; ahead++) {
            LocalDate day = now.toLocalDate().plusDays(ahead);
            Optional<ZonedDateTime> first =
                    times(day, now).filter(time -> time.isAfter(now)).min(ZonedDateTime::compareTo);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private Stream<ZonedDateTime> times(LocalDate day, ZonedDateTime now) {
        if (!includes(day)) {
            return Stream.empty();
        }
        return hours.stream()
                .flatMap(hour -> minutes.stream().map(minute -> LocalTime.of(hour, minute)))
                .map(time -> day.atTime(time).atZone(now.getZone()));
    }

    private boolean includes(LocalDate day) {
        return days.contains(day.getDayOfMonth())
                && months.contains(day.getMonthValue())
                && weekdays.contains(day.getDayOfWeek().getValue() % 7);
    }

    private void requireOneKindOfDay() {
        Requires.require(
                anyDay() || anyWeekday(),
                "schedule",
                text,
                "restricted by day of month or by day of week, not both: cron runs on either of them. Maybe run two jobs");
    }

    private void requireSomeDay() {
        boolean some =
                months.stream().anyMatch(month -> days.first() <= Month.of(month).maxLength());
        Requires.require(some, "schedule", text, "of a day that some month has");
    }
}
