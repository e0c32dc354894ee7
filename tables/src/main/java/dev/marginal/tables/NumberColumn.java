package dev.marginal.tables;

/**
 * A numeric feature in single precision; a missing value is {@code NaN}, an infinite one never
 * occurs.
 *
 * @param values one per row; owned by the column, not to be changed
 */
public record NumberColumn(String name, float[] values) implements Column {
    @Override
    public int rows() {
        return values.length;
    }
}
