package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.contacts.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that a day's plan looks at.
 *
 * @param date today
 * @param days today included
 */
record DaysInView(LocalDate date, int days) {
    private static final int MOST_BLOCKS = 4;
    private static final int MOST_OFFERS = 64;
    private static final int FOR_EVER = 1 << 20;

    /** Later days taken together, counted from today. */
    record Block(int first, int last) {}

    /** As far as any of these campaigns is known to run: without a flight that is today. */
    static DaysInView of(List<CampaignFile> files, LocalDate date) {
        LocalDate last =
                files.stream()
                        .flatMap(file -> file.daily().flight().stream())
                        .map(Flight::until)
                        .max(LocalDate::compareTo)
                        .orElse(date);
        long known = Math.max(0, ChronoUnit.DAYS.between(date, last)) + 1;
        return new DaysInView(date, (int) Math.min(known, files.get(0).daily().lookAhead()));
    }

    LocalDate until() {
        return date.plusDays(days - 1L);
    }

    /** One day, two days, four and so on, as many as a book of so many offers has room for. */
    List<Block> blocks(int offers) {
        int most = Math.min(MOST_BLOCKS, MOST_OFFERS / offers - 1);
        List<Block> blocks = new ArrayList<>();
        int first = 1;
        while (first < days && blocks.size() < most) {
            boolean rest = blocks.size() == most - 1;
            int last = rest ? days - 1 : Math.min(days - 1, 2 * first - 1);
            blocks.add(new Block(first, last));
            first = last + 1;
        }
        return blocks;
    }

    /** On how many of some days in view a campaign runs. */
    int daysOf(CampaignFile file, int first, int last) {
        if (file.daily().flight().isEmpty()) {
            return first == 0 ? 1 : 0;
        }
        return (int)
                date.plusDays(first)
                        .datesUntil(date.plusDays(last + 1L))
                        .filter(day -> file.daily().flight().get().includes(day))
                        .count();
    }

    /** What is sent today takes up room on so many days, today included. */
    int reach(Window window) {
        if (window instanceof Window.Rolling rolling) {
            return (int) (rolling.length().toDays() + 1);
        }
        if (window instanceof Window.Gap gap) {
            Duration justLess = gap.least().minusSeconds(1);
            return (int) (justLess.toDays() + 1);
        }
        if (window instanceof Window.CalendarDays calendar) {
            return calendar.days();
        }
        if (window instanceof Window.Calendar calendar) {
            return toTheEnd(calendar);
        }
        return FOR_EVER;
    }

    private int toTheEnd(Window.Calendar calendar) {
        return switch (calendar.unit()) {
            case HOUR, DAY -> 1;
            case WEEK -> 7 - Math.floorMod(date.getDayOfWeek().compareTo(calendar.weekStart()), 7);
            case MONTH -> date.lengthOfMonth() - date.getDayOfMonth() + 1;
        };
    }
}
