package dev.marginal.scenarios.audit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stretches of time as files write them: {@code 7 days}, {@code 16 h}. */
final class Spans {
    static final long DAY = 86_400;
    static final long MONTH = 31 * DAY;

    private static final Pattern TEXT = Pattern.compile("(\\d+)\\s*([a-z]+?)s?");
    private static final Map<String, String> SHORT =
            Map.of("", "second", "min", "minute", "h", "hour");
    private static final Map<String, Long> SECONDS =
            Map.of(
                    "second", 1L, "minute", 60L, "hour", 3600L, "day", DAY, "week", 7 * DAY,
                    "month", MONTH);

    private Spans() {}

    /** Whether it is a number of something. */
    static boolean isSpan(String text) {
        return TEXT.matcher(text.strip()).matches();
    }

    static long number(String text) {
        return Long.parseLong(parsed(text).group(1));
    }

    /** Such as {@code day}. */
    static String unit(String text) {
        String written = parsed(text).group(2);
        String unit = SHORT.getOrDefault(written.equals("s") ? "" : written, written);
        if (!SECONDS.containsKey(unit)) {
            throw unknown(text);
        }
        return unit;
    }

    static long seconds(String text) {
        return number(text) * SECONDS.get(unit(text));
    }

    static long secondsOf(String unit) {
        return SECONDS.get(unit);
    }

    private static Matcher parsed(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw unknown(text);
        }
        return matcher;
    }

    private static IllegalStateException unknown(String text) {
        return new IllegalStateException(
                "The audit does not know how long '%s' is.".formatted(text));
    }
}
