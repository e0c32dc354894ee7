package dev.marginal.scenarios.store.sendlog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time in words, such as {@code 16 hours}. */
final class GapWords {
    /** No length of time. */
    static final long NONE = -1;

    static final String EXPECTED = "must be a length of time such as 16 hours or 1 day";

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,6}) ?(second|minute|hour|day|week)s?");
    private static final Map<String, Integer> SECONDS =
            Map.of("second", 1, "minute", 60, "hour", 3_600, "day", 86_400, "week", 604_800);

    private GapWords() {}

    /** Seconds; 0 where nothing stands. */
    static long seconds(String text) {
        Matcher words = WORDS.matcher(text.strip());
        if (words.matches()) {
            return Long.parseLong(words.group(1)) * SECONDS.get(words.group(2));
        }
        return text.isBlank() ? 0 : NONE;
    }
}
