package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Some of the customers: those with one of some values in a column, or everyone.
 *
 * @param column a {@link Segmentation} of the book; empty for everyone
 * @param values names of the segmentation, at least one; none for everyone
 */
public record Segment(String column, List<String> values) implements Serializable {
    /** Every customer. */
    public static final Segment EVERYONE = new Segment("", List.of());

    public Segment {
        values = List.copyOf(values);
        Requires.require(
                column.isEmpty() == values.isEmpty(), "values of " + column, values, "some");
    }

    /** The customers with one of these values. */
    public static Segment of(String column, String... values) {
        return new Segment(column, List.of(values));
    }

    /**
     * Whether each customer of a book, by number, is one of them.
     *
     * @param columns the book's
     * @throws IllegalArgumentException if none of them is the segment's
     */
    public IntPredicate members(List<Segmentation> columns) {
        if (isEveryone()) {
            return customer -> true;
        }
        List<Segmentation> own =
                columns.stream().filter(one -> one.column().equals(column)).toList();
        Requires.require(own.size() == 1, "segment column", column, "one of the book's");
        List<String> names = own.get(0).names();
        boolean[] member = new boolean[names.size()];
        for (int code = 0; code < member.length; code++) {
            member[code] = values.contains(names.get(code));
        }
        int[] codes = own.get(0).code();
        return customer -> member[codes[customer]];
    }

    /** Whether it is every customer. */
    public boolean isEveryone() {
        return column.isEmpty();
    }

    @Override
    public String toString() {
        return isEveryone() ? "everyone" : column + " " + String.join(" or ", values);
    }
}
