package dev.marginal.scenarios.contacts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * When the pages of a wall calendar begin: hours, days, weeks or months in one zone.
 *
 * <p>A page begins when the clock first shows its beginning, or skips it. So a day lasts 23 or 25
 * hours when clocks change, and an hour that the clock shows twice is one page of two hours.
 */
final class CalendarPages {
    private final Window.Unit unit;
    private final DayOfWeek weekStart;
    private final ZoneId zone;

    CalendarPages(Window.Unit unit, DayOfWeek weekStart, ZoneId zone) {
        this.unit = unit;
        this.weekStart = weekStart;
        this.zone = zone;
    }

    /**
     * The beginnings, in seconds since 1970, of the pages from {@code around} before the one that
     * holds {@code first} to {@code around} after the one that holds {@code last}, and of the page
     * after these.
     */
    long[] begins(long first, long last, int around) {
        LocalDateTime page = page(Instant.ofEpochSecond(first).atZone(zone).toLocalDateTime());
        while (begin(next(page, 1)) <= first) {
            page = next(page, 1);
        }
        page = next(page, -around);
        List<Long> begins = new ArrayList<>();
        int after = 0;
        while (after <= around + 1) {
            long begin = begin(page);
            begins.add(begin);
            page = next(page, 1);
            after += begin > last ? 1 : 0;
        }
        begins.remove(begins.size() - 1);
        return begins.stream().mapToLong(Long::longValue).toArray();
    }

    private LocalDateTime page(LocalDateTime time) {
        return switch (unit) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case WEEK ->
                    time.truncatedTo(ChronoUnit.DAYS)
                            .with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atTime(LocalTime.MIDNIGHT);
        };
    }

    private LocalDateTime next(LocalDateTime page, int pages) {
        return switch (unit) {
            case HOUR -> page.plusHours(pages);
            case DAY -> page.plusDays(pages);
            case WEEK -> page.plusWeeks(pages);
            case MONTH -> page.plusMonths(pages);
        };
    }

    private long begin(LocalDateTime page) {
        ZoneOffsetTransition change = zone.getRules().getTransition(page);
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : page.atZone(zone).toEpochSecond();
    }
}
