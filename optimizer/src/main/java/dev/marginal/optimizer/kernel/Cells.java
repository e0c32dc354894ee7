package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sorts customers by everything that limits ask about them: customers of one cell are in the same
 * segments. Only cells that occur are numbered, whatever the order of the customers.
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
     * The cells of a book's customers for limits that speak of these segments.
     *
     * @throws IllegalArgumentException if the book lacks a segment's column or value, or has
     *     customers of more than 65,535 cells
     */
    static Cells of(OfferBook book, Stream<Segment> mentioned) {
        return of(book.customers(), book.segmentations(), mentioned);
    }

    private static Cells of(int customers, List<Segmentation> columns, Stream<Segment> mentioned) {
        List<Segment> segments =
                mentioned.filter(segment -> !segment.isEveryone()).distinct().toList();
        int[] cell = new int[customers];
        List<long[]> memberships = List.of(new long[segments.size() / Long.SIZE + 1]);
        for (String column : segments.stream().map(Segment::column).distinct().toList()) {
            Sorted sorted = Sorted.of(segmentation(columns, column), segments);
            memberships = refine(cell, memberships, sorted);
        }
        requireFew(memberships.size(), MOST_CELLS);
        char[] of = new char[cell.length];
        for (int customer = 0; customer < cell.length; customer++) {
            of[customer] = (char) cell[customer];
        }
        return new Cells(segments, memberships, of);
    }

    /**
     * The cells of some of a campaign's customers, numbered as those of all.
     *
     * @param kinds as of {@link Instance#among}
     */
    static Cells of(OfferBook some, List<Segmentation> kinds, Stream<Segment> mentioned) {
        int customers = some.customers();
        int more = kinds.isEmpty() ? 0 : kinds.get(0).code().length;
        List<Segmentation> both =
                kinds.stream()
                        .map(one -> followed(segmentation(some.segmentations(), one.column()), one))
                        .toList();
        Cells cells = of(customers + more, both, mentioned);
        return new Cells(cells.segments, cells.memberships, Arrays.copyOf(cells.of, customers));
    }

    /** The customers of some and then those of others, by the others' names. */
    private static Segmentation followed(Segmentation some, Segmentation others) {
        int[] own = some.named(others.names()).code();
        int[] code = Arrays.copyOf(own, own.length + others.code().length);
        System.arraycopy(others.code(), 0, code, own.length, others.code().length);
        return new Segmentation(some.column(), others.names(), code);
    }

    /** Whether it is known of every cell which of these segments its customers belong to. */
    boolean tellApart(List<Segment> some) {
        return some.stream().allMatch(one -> one.isEveryone() || segments.contains(one));
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

    private static Segmentation segmentation(List<Segmentation> columns, String column) {
        return columns.stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "A limit speaks of the column %s; the book has %s."
                                                .formatted(
                                                        column,
                                                        columns.stream()
                                                                .map(Segmentation::column)
                                                                .toList())));
    }

    /**
     * Splits the cells by one more column, in place; returns the memberships of those that occur.
     */
    private static List<long[]> refine(int[] cell, List<long[]> memberships, Sorted column) {
        int size = column.classes.size();
        requireFew((long) memberships.size() * size, MOST_COMBINATIONS);
        boolean[] occurs = new boolean[memberships.size() * size];
        for (int customer = 0; customer < cell.length; customer++) {
            cell[customer] =
                    cell[customer] * size + column.classOf[column.segmentation.code()[customer]];
            occurs[cell[customer]] = true;
        }
        int[] number = new int[occurs.length];
        List<long[]> refined = new ArrayList<>();
        for (int one = 0; one < occurs.length; one++) {
            if (occurs[one] || cell.length == 0) {
                number[one] = refined.size();
                refined.add(both(memberships.get(one / size), column.classes.get(one % size)));
            }
        }
        for (int customer = 0; customer < cell.length; customer++) {
            cell[customer] = number[cell[customer]];
        }
        return refined;
    }

    private static long[] both(long[] one, long[] other) {
        long[] both = one.clone();
        for (int word = 0; word < both.length; word++) {
            both[word] |= other[word];
        }
        return both;
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
