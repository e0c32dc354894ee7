package dev.marginal.scenarios.contacts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cap by cap, window by window, as the definitions say it; slow. */
final class CapOracle {
    private final ContactCap cap;
    private final ZoneId zone;

    /** With the customer's zone; null where it is unknown. */
    CapOracle(ContactCap cap, ZoneId zone) {
        this.cap = cap;
        this.zone = zone;
    }

    /** Whether no window that holds any of {@code fresh} holds more than the cap allows. */
    boolean allows(List<Long> counted, List<Long> fresh) {
        List<Long> all = new ArrayList<>(counted);
        all.addAll(fresh);
        return all.stream()
                .map(end -> all.stream().filter(at -> inWindowOf(end, at)).toList())
                .filter(window -> fresh.stream().anyMatch(window::contains))
                .allMatch(window -> window.size() <= cap.atMost());
    }

    /** The largest number such that every choice of that many messages, or fewer, is allowed. */
    int left(List<Long> counted, List<Long> messages) {
        return IntStream.rangeClosed(0, messages.size())
                        .filter(most -> !allChoices(counted, messages, most))
                        .findFirst()
                        .orElse(messages.size() + 1)
                - 1;
    }

    private boolean allChoices(List<Long> counted, List<Long> messages, int most) {
        return IntStream.range(0, 1 << messages.size())
                .filter(choice -> Integer.bitCount(choice) == most)
                .mapToObj(
                        choice ->
                                IntStream.range(0, messages.size())
                                        .filter(i -> (choice >> i & 1) == 1)
                                        .mapToObj(messages::get)
                                        .toList())
                .allMatch(chosen -> allows(counted, chosen));
    }

    /** Whether the window that ends with the send at {@code end} holds a send at {@code at}. */
    private boolean inWindowOf(long end, long at) {
        Window window = cap.window();
        if (window instanceof Window.Rolling rolling) {
            return at <= end && at >= end - rolling.length().toSeconds();
        }
        if (window instanceof Window.Gap gap) {
            return at <= end && at > end - gap.least().toSeconds();
        }
        if (window instanceof Window.CalendarDays days) {
            long between = ChronoUnit.DAYS.between(day(at, days.zone()), day(end, days.zone()));
            return between >= 0 && between < days.days();
        }
        if (window instanceof Window.Calendar calendar) {
            return page(at, calendar).equals(page(end, calendar));
        }
        return true;
    }

    private java.time.LocalDate day(long at, Zone whose) {
        return time(at, whose).toLocalDate();
    }

    private ZonedDateTime time(long at, Zone whose) {
        return Instant.ofEpochSecond(at).atZone(whose.of(zone));
    }

    private Object page(long at, Window.Calendar calendar) {
        ZonedDateTime time = time(at, calendar.zone());
        return switch (calendar.unit()) {
            case HOUR -> time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.toLocalDate();
            case WEEK ->
                    time.toLocalDate().with(TemporalAdjusters.previousOrSame(calendar.weekStart()));
            case MONTH -> time.toLocalDate().withDayOfMonth(1);
        };
    }
}
