package dev.marginal.app.job;

import dev.marginal.tables.Requires;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 40d}, {@code 36h}, {@code 90m}, {@code 20s}. */
public final class Span {
    private static final Pattern PATTERN = Pattern.compile("(\\d{1,6})([smhd])");

    private Span() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Duration of(String text) {
        Matcher matcher = PATTERN.matcher(text);
        Requires.require(
                matcher.matches(), "time", text, "a number and s, m, h or d, such as 36h or 40d");
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** In one unit, rounded down: {@code 36 hours}, {@code 40 days}, {@code 1 second}. */
    public static String words(Duration length) {
        if (length.toHours() >= 72) {
            return "%,d days".formatted(length.toDays());
        }
        if (length.toMinutes() >= 120) {
            return "%,d hours".formatted(length.toHours());
        }
        return length.toSeconds() >= 120
                ? "%,d minutes".formatted(length.toMinutes())
                : "%d second%s".formatted(length.toSeconds(), length.toSeconds() == 1 ? "" : "s");
    }
}
