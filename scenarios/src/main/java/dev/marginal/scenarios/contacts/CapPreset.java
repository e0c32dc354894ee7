package dev.marginal.scenarios.contacts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How caps are meant where they say nothing: as in one of the systems that people come from.
 * docs/contact-rules.md has the table.
 */
public enum CapPreset {
    /** What Marginal means: calendars on the customer's clock, stated numbers to the second. */
    MARGINAL(Style.CALENDAR, Style.ROLLING, ContactCap.usuallyCounted()),
    /** Calendar days on the customer's clock; weeks of seven times 24 hours. */
    BRAZE(Style.CALENDAR, Style.CALENDAR, ContactCap.usuallyCounted()),
    /**
     * Days, weeks from Sunday and months on the project's clock; caps on tags take others' place.
     */
    ITERABLE(Style.CALENDAR, Style.CALENDAR, left()),
    /** Everything to the second; only what left counts. */
    CUSTOMERIO(Style.ROLLING, Style.ROLLING, left()),
    /** Gaps that keep the length they had at the send: 16 hours for e-mail, 24 for SMS and push. */
    KLAVIYO(Style.CALENDAR, Style.ROLLING, ContactCap.usuallyCounted()),
    /** Everything to the second; failed sends count too, and so do messages that obey no cap. */
    MAUTIC(Style.ROLLING, Style.ROLLING, allThatWasTried());

    private static final int LONGEST_MONTH = 31;

    private final Style words;
    private final Style numbers;
    private final Set<SendStatus> counted;

    CapPreset(Style words, Style numbers, Set<SendStatus> counted) {
        this.words = words;
        this.numbers = numbers;
        this.counted = Set.copyOf(counted);
    }

    private enum Style {
        CALENDAR,
        ROLLING
    }

    /** As it is spelt in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset of a word, if it is one. */
    public static Optional<CapPreset> named(String word) {
        return Arrays.stream(values()).filter(preset -> preset.word().equals(word)).findFirst();
    }

    /** Every preset's word. */
    public static List<String> names() {
        return Arrays.stream(values()).map(CapPreset::word).toList();
    }

    /** The window of {@code per: day}; of {@code per: week} without a day that it starts on. */
    public Window each(Window.Unit unit, Zone customers, Zone project) {
        boolean brazeWeek = this == BRAZE && unit == Window.Unit.WEEK;
        return words == Style.ROLLING || brazeWeek
                ? new Window.Rolling(length(unit))
                : calendar(unit, customers, project);
    }

    /**
     * The window of {@code per: 7 days}; empty for numbers of months whose length the preset leaves
     * open.
     */
    public Optional<Window> each(long number, ChronoUnit unit, Zone customers, Zone project) {
        if (this == BRAZE && unit == ChronoUnit.DAYS) {
            return Optional.of(new Window.CalendarDays(Math.toIntExact(number), customers));
        }
        if (number == 1
                && (this == ITERABLE || unit == ChronoUnit.MONTHS && words == Style.ROLLING)) {
            Optional<Window.Unit> page = page(unit);
            return page.map(one -> each(one, customers, project))
                    .or(() -> Optional.of(rolling(number, unit)));
        }
        return unit == ChronoUnit.MONTHS ? Optional.empty() : Optional.of(rolling(number, unit));
    }

    private static Window rolling(long number, ChronoUnit unit) {
        return new Window.Rolling(unit.getDuration().multipliedBy(number));
    }

    private static Optional<Window.Unit> page(ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> Optional.of(Window.Unit.HOUR);
            case DAYS -> Optional.of(Window.Unit.DAY);
            case WEEKS -> Optional.of(Window.Unit.WEEK);
            case MONTHS -> Optional.of(Window.Unit.MONTH);
            default -> Optional.empty();
        };
    }

    private static Duration length(Window.Unit unit) {
        return switch (unit) {
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> Duration.ofDays(LONGEST_MONTH);
        };
    }

    private Window calendar(Window.Unit unit, Zone customers, Zone project) {
        return new Window.Calendar(unit, weekStart(), zone(customers, project));
    }

    /** The first day of a calendar week. */
    public DayOfWeek weekStart() {
        return this == ITERABLE ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
    }

    /** Whose clock tears off calendars. */
    public Zone zone(Zone customers, Zone project) {
        return this == ITERABLE ? project : customers;
    }

    /** The statuses that use a cap up. */
    public Set<SendStatus> counted() {
        return counted;
    }

    /** Whether a past send keeps the gap that held when it was sent. */
    public boolean frozenGaps() {
        return this == KLAVIYO;
    }

    /** Whether a cap on tags takes the place of those on the same channels without tags. */
    public boolean tagsOverride() {
        return this == ITERABLE;
    }

    /** Whether messages that obey no cap use them up all the same. */
    public boolean exemptCounts() {
        return this == MAUTIC;
    }

    /** The caps that hold though nobody wrote them down. */
    public List<ContactCap> unwritten() {
        return this == KLAVIYO
                ? List.of(gap("email", 16), gap("sms", 24), gap("push", 24))
                : List.of();
    }

    private ContactCap gap(String channel, int hours) {
        return new ContactCap(
                "smart_sending_" + channel,
                1,
                new Window.Gap(Duration.ofHours(hours), frozenGaps()),
                List.of(channel),
                List.of(),
                counted,
                List.of());
    }

    private static Set<SendStatus> left() {
        Set<SendStatus> left = EnumSet.copyOf(ContactCap.usuallyCounted());
        left.remove(SendStatus.ATTEMPTED);
        return left;
    }

    private static Set<SendStatus> allThatWasTried() {
        Set<SendStatus> tried = EnumSet.copyOf(ContactCap.usuallyCounted());
        tried.add(SendStatus.FAILED);
        return tried;
    }
}
