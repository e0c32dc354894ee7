package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * Some of the customers: those with one of some values in a column, or everyone.
 *
 * @param column a {@link Segmentation} of the book; empty for everyone
 * @param values names of the segmentation, at least one; none for everyone
 */
public record Segment(String column, List<String> values) {
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

    /** Whether it is every customer. */
    public boolean isEveryone() {
        return column.isEmpty();
    }

    @Override
    public String toString() {
        return isEveryone() ? "everyone" : column + " " + String.join(" or ", values);
    }
}
