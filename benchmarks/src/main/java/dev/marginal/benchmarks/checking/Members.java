package dev.marginal.benchmarks.checking;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;

/**
 * The customers of a segment.
 *
 * @param code the column's number of every customer; empty where everyone belongs
 * @param belongs per number
 */
public record Members(int[] code, boolean[] belongs) {
    /** The customers of a segment of the book. */
    public static Members of(Segment segment, OfferBook book) {
        if (segment.isEveryone()) {
            return new Members(new int[0], new boolean[0]);
        }
        Segmentation column =
                book.segmentations().stream()
                        .filter(one -> one.column().equals(segment.column()))
                        .findFirst()
                        .orElseThrow();
        boolean[] belongs = new boolean[column.names().size()];
        segment.values().forEach(value -> belongs[column.names().indexOf(value)] = true);
        return new Members(column.code(), belongs);
    }

    /** Whether the customer belongs. */
    public boolean include(int customer) {
        return code.length == 0 || belongs[code[customer]];
    }
}
