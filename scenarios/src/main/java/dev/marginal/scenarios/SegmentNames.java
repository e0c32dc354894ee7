package dev.marginal.scenarios;

import dev.marginal.optimizer.Segmentation;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values of a column that some customers have: what the parts of an audience have to tell each
 * other of it, so that each value has one number in all of them.
 *
 * @param names in the order in which a {@link Segmentation} has them
 */
public record SegmentNames(String column, List<String> names) implements Serializable {
    public SegmentNames {
        names = List.copyOf(names);
    }

    /** Those of a segmentation. */
    public static SegmentNames of(Segmentation segmentation) {
        return new SegmentNames(segmentation.column(), segmentation.names());
    }

    /** These values and others of the same column. */
    public SegmentNames and(SegmentNames others, Comparator<String> order) {
        return new SegmentNames(
                column,
                Stream.concat(names.stream(), others.names.stream())
                        .distinct()
                        .sorted(order)
                        .toList());
    }

    /**
     * The same customers, numbered by these values.
     *
     * @throws IllegalArgumentException if one of them has another value
     */
    public Segmentation number(Segmentation some) {
        int[] place = some.names().stream().mapToInt(names::indexOf).toArray();
        int[] code = new int[some.code().length];
        for (int row = 0; row < code.length; row++) {
            code[row] = place[some.code()[row]];
        }
        return new Segmentation(column, names, code);
    }
}
