package dev.marginal.tables;

/**
 * Amounts in double precision (money, weights, probabilities); every value is finite and none is
 * missing.
 *
 * @param values one per row; owned by the column, not to be changed
 */
public record AmountColumn(String name, double[] values) implements Column {
    @Override
    public int rows() {
        return values.length;
    }
}
