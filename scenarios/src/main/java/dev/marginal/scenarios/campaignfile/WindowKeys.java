package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.contacts.Zone;
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Over which time a cap counts: {@code per} or {@code gap}, with what belongs to them. */
record WindowKeys(Section section, ContactWords words) {
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(WindowKeys::word).toList();
    private static final List<String> PAGES =
            Arrays.stream(Window.Unit.values()).map(WindowKeys::word).toList();

    /** A lifetime after a problem. */
    Window window() {
        if (section.has("gap") && section.has("per")) {
            section.optionalText("per");
            section.wrong("gap", "and per", "must not both be given", "Keep one of the two.");
        } else if (!section.has("gap") && !section.has("per")) {
            section.missing("per", "per: 7 days, per: day, per: lifetime, or gap: 16 hours");
        }
        return section.has("gap") ? gap() : per();
    }

    private Window gap() {
        for (String key : List.of("zone", "week_starts")) {
            section.optionalText(key).ifPresent(text -> noEffect(key, text, "gap"));
        }
        boolean frozen = section.yes("frozen", words.preset().frozenGaps());
        return SpanText.duration(section, "gap")
                .<Window>map(least -> new Window.Gap(least, frozen))
                .orElse(new Window.Lifetime());
    }

    private Window per() {
        String text = section.optionalText("per").orElse("lifetime");
        Optional<Zone> zone = words.zone(section);
        Optional<DayOfWeek> weekStart = weekStart();
        section.optionalText("frozen").ifPresent(said -> noEffect("frozen", said, "per"));
        weekStart
                .filter(day -> !text.equals("week"))
                .ifPresent(day -> noEffect("week_starts", word(day), "per: " + text));
        if (PAGES.contains(text)) {
            return page(Window.Unit.valueOf(text.toUpperCase(Locale.ROOT)), zone, weekStart);
        }
        Window window = text.equals("lifetime") ? new Window.Lifetime() : number(text);
        if (zone.isPresent() && window instanceof Window.CalendarDays days) {
            return new Window.CalendarDays(days.days(), zone.get());
        }
        if (zone.isPresent() && window instanceof Window.Calendar calendar) {
            return new Window.Calendar(calendar.unit(), calendar.weekStart(), zone.get());
        }
        zone.ifPresent(said -> noEffect("zone", section.scalarText("zone"), "per: " + text));
        return window;
    }

    /** A zone, or a day that weeks start on, says that a calendar is meant. */
    private Window page(Window.Unit unit, Optional<Zone> zone, Optional<DayOfWeek> weekStart) {
        CapPreset preset = words.preset();
        if (zone.isEmpty() && weekStart.isEmpty()) {
            return preset.each(unit, words.customers(), words.everyone());
        }
        return new Window.Calendar(
                unit,
                weekStart.orElse(preset.weekStart()),
                zone.orElse(preset.zone(words.customers(), words.everyone())));
    }

    private Window number(String text) {
        Optional<Window> window =
                SpanText.of(text)
                        .flatMap(
                                span ->
                                        words.preset()
                                                .each(
                                                        span.number(),
                                                        span.unit(),
                                                        words.customers(),
                                                        words.everyone()));
        if (window.isEmpty()) {
            boolean months =
                    SpanText.of(text).filter(s -> s.unit() == ChronoUnit.MONTHS).isPresent();
            section.wrong(
                    "per",
                    text,
                    "must be hour, day, week, month, lifetime, or a length of time up to 366 days",
                    months
                            ? "Months differ in length: say per: month, or a number of days."
                            : "Such as 7 days or 12 hours.");
        }
        return window.orElse(new Window.Lifetime());
    }

    private Optional<DayOfWeek> weekStart() {
        if (!section.has("week_starts")) {
            return Optional.empty();
        }
        String day = section.word("week_starts", DAYS, "week_starts: sunday");
        return DAYS.contains(day)
                ? Optional.of(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private void noEffect(String key, String value, String beside) {
        section.wrong(key, value, "has no effect beside " + beside, "Leave it out.");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
