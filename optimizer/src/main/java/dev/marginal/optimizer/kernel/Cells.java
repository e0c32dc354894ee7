package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts customers by everything that limits ask about them: customers of one cell are in the same
 * segments of all limits. Only cells that occur are numbered, whatever the order of the customers.
 */
public final class Cells {
    private static final int MOST_CELLS = Character.MAX_VALUE;
    private static final long MOST_COMBINATIONS = 1 << 24;

    private final List<Segment> segments;
    private final List<long[]> memberships;
    private final char[] of;

    private Cells(List<Segment> segments, List<long[]> memberships, char[] of) {
        this.segments = segments;
        this.memberships = memberships;
        this.of = of;
    }

    /**
     * The cells of a book's customers for these limits.
     *
     * @throws IllegalArgumentException if a limit speaks of an unknown column or value, or of more
     *     than 65,535 combinations
     */
    static Cells of(OfferBook book, List<Limit.Shared> limits) {
        List<Segment> segments =
                limits.stream()
                        .flatMap(limit -> limit.parts().stream())
                        .map(Limit.Part::where)
                        .filter(segment -> !segment.isEveryone())
                        .distinct()
                        .toList();
        List<Sorted> columns = new ArrayList<>();
        long combinations = 1;
        for (String column : segments.stream().map(Segment::column).distinct().toList()) {
            Sorted sorted = Sorted.of(segmentation(book, column), segments);
            columns.add(sorted);
            combinations *= sorted.classes.size();
            requireFew(combinations, MOST_COMBINATIONS);
        }
        return numbered(segments, columns, (int) combinations, book.customers());
    }

    /** How many. */
    int count() {
        return memberships.size();
    }

    /** The cell of each customer. */
    char[] of() {
        return of;
    }

    /** Whether a cell's customers belong to the segment, one that the limits speak of. */
    boolean isIn(int cell, Segment segment) {
        if (segment.isEveryone()) {
            return true;
        }
        int number = segments.indexOf(segment);
        return (memberships.get(cell)[number >> 6] >>> number & 1) != 0;
    }

    private static Segmentation segmentation(OfferBook book, String column) {
        return book.segmentations().stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "A limit speaks of the column %s; the book has %s."
                                                .formatted(
                                                        column,
                                                        book.segmentations().stream()
                                                                .map(Segmentation::column)
                                                                .toList())));
    }

    private static Cells numbered(
            List<Segment> segments, List<Sorted> columns, int combinations, int customers) {
        int[] combination = new int[customers];
        for (Sorted column : columns) {
            int[] code = column.segmentation.code();
            int size = column.classes.size();
            for (int customer = 0; customer < customers; customer++) {
                combination[customer] =
                        combination[customer] * size + column.classOf[code[customer]];
            }
        }
        boolean[] occurs = new boolean[combinations];
        for (int one : combination) {
            occurs[one] = true;
        }
        int[] number = new int[combinations];
        List<long[]> memberships = new ArrayList<>();
        for (int one = 0; one < combinations; one++) {
            if (occurs[one] || customers == 0) {
                number[one] = memberships.size();
                memberships.add(membership(one, columns, segments.size()));
            }
        }
        requireFew(memberships.size(), MOST_CELLS);
        char[] of = new char[customers];
        for (int customer = 0; customer < customers; customer++) {
            of[customer] = (char) number[combination[customer]];
        }
        return new Cells(segments, memberships, of);
    }

    private static long[] membership(int combination, List<Sorted> columns, int segments) {
        long[] membership = new long[segments / Long.SIZE + 1];
        int rest = combination;
        for (int column = columns.size() - 1; column >= 0; column--) {
            List<long[]> classes = columns.get(column).classes;
            long[] own = classes.get(rest % classes.size());
            rest /= classes.size();
            for (int word = 0; word < own.length; word++) {
                membership[word] |= own[word];
            }
        }
        return membership;
    }

    private static void requireFew(long combinations, long most) {
        Requires.require(
                combinations <= most,
                "combinations of segments that limits speak of",
                combinations,
                "at most " + most);
    }

    /** A column's values, those that limits cannot tell apart in one class. */
    private record Sorted(Segmentation segmentation, int[] classOf, List<long[]> classes) {
        static Sorted of(Segmentation segmentation, List<Segment> segments) {
            List<String> names = segmentation.names();
            long[][] member = new long[names.size()][segments.size() / Long.SIZE + 1];
            Map<String, Integer> codes = new HashMap<>();
            for (int code = 0; code < member.length; code++) {
                codes.put(names.get(code), code);
            }
            for (int number = 0; number < segments.size(); number++) {
                Segment segment = segments.get(number);
                if (segment.column().equals(segmentation.column())) {
                    for (String value : segment.values()) {
                        Integer code = codes.get(value);
                        Requires.require(
                                code != null, segment.column(), value, "one of " + shown(names));
                        member[code][number >> 6] |= 1L << number;
                    }
                }
            }
            return classes(segmentation, member);
        }

        private static Sorted classes(Segmentation segmentation, long[][] member) {
            Map<String, Integer> known = new HashMap<>();
            List<long[]> classes = new ArrayList<>();
            int[] classOf = new int[member.length];
            for (int code = 0; code < member.length; code++) {
                Integer found = known.putIfAbsent(Arrays.toString(member[code]), classes.size());
                classOf[code] = found == null ? classes.size() : found;
                if (found == null) {
                    classes.add(member[code]);
                }
            }
            return new Sorted(segmentation, classOf, classes);
        }

        private static String shown(List<String> names) {
            return names.size() <= 12 ? names + "" : names.subList(0, 12) + " …";
        }
    }
}
