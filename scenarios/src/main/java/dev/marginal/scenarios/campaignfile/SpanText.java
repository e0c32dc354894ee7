package dev.marginal.scenarios.campaignfile;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of time in words: {@code 7 days}, {@code 16 hours}, {@code 1 week}. */
record SpanText(long number, ChronoUnit unit) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,8})\\s*([a-z]+)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.ofEntries(
                    Map.entry("s", ChronoUnit.SECONDS),
                    Map.entry("second", ChronoUnit.SECONDS),
                    Map.entry("min", ChronoUnit.MINUTES),
                    Map.entry("minute", ChronoUnit.MINUTES),
                    Map.entry("h", ChronoUnit.HOURS),
                    Map.entry("hour", ChronoUnit.HOURS),
                    Map.entry("day", ChronoUnit.DAYS),
                    Map.entry("week", ChronoUnit.WEEKS),
                    Map.entry("month", ChronoUnit.MONTHS));
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Empty where the text is no stretch of time, of none, or of more than a year. */
    static Optional<SpanText> of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(2);
        String singular =
                word.length() > 2 && word.endsWith("s")
                        ? word.substring(0, word.length() - 1)
                        : word;
        ChronoUnit unit = UNITS.get(singular);
        long number = Long.parseLong(matcher.group(1));
        return unit == null || number == 0 || tooLong(number, unit)
                ? Optional.empty()
                : Optional.of(new SpanText(number, unit));
    }

    private static boolean tooLong(long number, ChronoUnit unit) {
        return unit.getDuration().multipliedBy(number).compareTo(LONGEST) > 0;
    }

    /** A fixed length under a key: no months. */
    static Optional<Duration> duration(Section section, String key) {
        Optional<String> text = section.optionalText(key);
        Optional<Duration> length =
                text.flatMap(SpanText::of)
                        .filter(span -> span.unit() != ChronoUnit.MONTHS)
                        .map(span -> span.unit().getDuration().multipliedBy(span.number()));
        if (text.isPresent() && length.isEmpty()) {
            section.wrong(
                    key,
                    text.get(),
                    "must be a length of time up to 366 days",
                    "Such as 16 hours or 3 days.");
        }
        return length;
    }
}
