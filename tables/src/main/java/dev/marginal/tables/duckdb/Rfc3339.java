package dev.marginal.tables.duckdb;

import dev.marginal.tables.InstantColumn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them: {@code 2026-11-30T18:05:00+08:00}, with a T or a space, any number
 * of decimals of a second, and Z or an offset, which must be there.
 *
 * <p>Read letter by letter, since a log holds tens of millions of them. Decimals beyond the sixth
 * are cut off. A leap second is none: no offset or calendar rule gives it a place of its own.
 */
final class Rfc3339 {
    private static final int SHORTEST = "2026-11-30T18:05:00Z".length();
    private static final long SECOND = 1_000_000;
    private static final Pattern NO_OFFSET =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d*)?)?");

    private Rfc3339() {}

    /** Microseconds since 1970 in UTC; {@link InstantColumn#MISSING} if it is no such time. */
    static long micros(String text) {
        int length = text.length();
        if (length < SHORTEST || !isShaped(text)) {
            return InstantColumn.MISSING;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (!isDay(year, month, day) || !isTime(hour, minute) || second < 0 || second > 59) {
            return InstantColumn.MISSING;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return zoned(text, ((days * 24 + hour) * 60 + minute) * 60 + second);
    }

    /** The way out for a text that is no such time. */
    static String advice(String text) {
        return NO_OFFSET.matcher(text).matches()
                ? "Say which zone it is meant in: add Z for UTC, or an offset such as +08:00."
                : "";
    }

    private static boolean isShaped(String text) {
        char between = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (between == 'T' || between == 't' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isTime(int hour, int minute) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    }

    /** The decimals and the offset. */
    private static long zoned(String text, long seconds) {
        int at = 19;
        long decimals = 0;
        if (text.charAt(at) == '.') {
            int first = ++at;
            for (long weight = SECOND / 10; isDigit(text, at); at++, weight /= 10) {
                decimals += weight * (text.charAt(at) - '0');
            }
            if (at == first) {
                return InstantColumn.MISSING;
            }
        }
        long offset = offset(text, at);
        return offset == InstantColumn.MISSING
                ? InstantColumn.MISSING
                : (seconds - offset) * SECOND + decimals;
    }

    /** Seconds east of UTC. */
    private static long offset(String text, int at) {
        int letters = text.length() - at;
        if (letters == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return 0;
        }
        boolean signed = letters == 6 && (text.charAt(at) == '+' || text.charAt(at) == '-');
        if (!signed || text.charAt(at + 3) != ':') {
            return InstantColumn.MISSING;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + 6);
        if (!isTime(hours, minutes)) {
            return InstantColumn.MISSING;
        }
        long east = (hours * 60L + minutes) * 60;
        return text.charAt(at) == '-' ? -east : east;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** A number of digits alone; -1 if other letters stand there. */
    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            if (!isDigit(text, i)) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
