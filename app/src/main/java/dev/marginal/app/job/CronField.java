package dev.marginal.app.job;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of a crontab line: lists of numbers, names, ranges and steps. */
enum CronField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of month", 1, 31, List.of()),
    MONTH(
            "month",
            1,
            12,
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec")),
    /** 7 is Sunday too. */
    WEEKDAY("day of week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private static final Pattern PART =
            Pattern.compile("(?:\\*|([a-z0-9]+)(?:-([a-z0-9]+))?)(?:/(\\d{1,4}))?");

    private final String title;
    private final int first;
    private final int last;
    private final List<String> names;

    CronField(String title, int first, int last, List<String> names) {
        this.title = title;
        this.first = first;
        this.last = last;
        this.names = names;
    }

    /** How many values there are. */
    int size() {
        return this == WEEKDAY ? last : last - first + 1;
    }

    /**
     * The values that a field stands for.
     *
     * @throws IllegalArgumentException for anything else
     */
    SortedSet<Integer> of(String text) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            add(part, values);
        }
        return values;
    }

    private void add(String part, SortedSet<Integer> values) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw bad(part, "numbers, names, ranges and steps; L, W, # and ? are not cron's");
        }
        boolean any = matcher.group(1) == null;
        int from = any ? first : number(matcher.group(1));
        int to =
                any
                        ? size() - 1 + first
                        : matcher.group(2) == null ? from : number(matcher.group(2));
        int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        if (matcher.group(3) != null && !any && matcher.group(2) == null) {
            throw bad(part, "a step of a range or of *, such as */15 or 0-30/15");
        }
        if (from > to || step < 1) {
            throw bad(part, "a range upwards, with a step of 1 or more");
        }
        for (int value = from; value <= to; value += step) {
            values.add(this == WEEKDAY ? value % last : value);
        }
    }

    private int number(String word) {
        int named = names.indexOf(word);
        if (named >= 0) {
            return named + first;
        }
        if (!word.matches("\\d{1,2}")
                || Integer.parseInt(word) < first
                || Integer.parseInt(word) > last) {
            throw bad(
                    word,
                    "%d to %d%s"
                            .formatted(
                                    first,
                                    last,
                                    names.isEmpty() ? "" : ", or " + String.join(" ", names)));
        }
        return Integer.parseInt(word);
    }

    private IllegalArgumentException bad(String found, String expected) {
        return new IllegalArgumentException(
                "The schedule's %s (%s) must be %s.".formatted(title, found, expected));
    }
}
