package dev.marginal.tables;

/**
 * Exact money in millionths of a currency unit; none is missing.
 *
 * <p>Sums of these are exact, which sums of doubles are not. A file holds them with six decimals.
 *
 * @param micros one per row, each below 10<sup>18</sup> in size (a million million units); owned by
 *     the column, not to be changed
 */
public record MoneyColumn(String name, long[] micros) implements Column {
    private static final long MOST = 999_999_999_999_999_999L;

    public MoneyColumn {
        for (long amount : micros) {
            if (amount > MOST || amount < -MOST) {
                Requires.require(false, "micros of " + name, amount, "below 10^18 in size");
            }
        }
    }

    @Override
    public int rows() {
        return micros.length;
    }
}
