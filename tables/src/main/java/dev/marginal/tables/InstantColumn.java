package dev.marginal.tables;

/**
 * Moments in time, to the microsecond.
 *
 * @param micros one per row: microseconds since 1970-01-01T00:00:00Z, or {@link #MISSING}; owned by
 *     the column, not to be changed
 */
public record InstantColumn(String name, long[] micros) implements Column {
    /** The microseconds of a missing value. */
    public static final long MISSING = Long.MIN_VALUE;

    @Override
    public int rows() {
        return micros.length;
    }
}
