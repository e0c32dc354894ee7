package dev.marginal.value.likelihood;

/**
 * The different (frequency, days) among rows: a function of these two need only be computed once
 * for each.
 */
public final class Pairs {
    private static final int DAY_BITS = 32;

    private final Numbering numbering = new Numbering();
    private final int[] numbers;

    /** The pairs of rows; both arrays are row-aligned. */
    public Pairs(int[] frequency, int[] days) {
        numbers = new int[frequency.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = numbering.of((long) frequency[row] << DAY_BITS | days[row]);
        }
    }

    /** How many different ones. */
    public int size() {
        return numbering.size();
    }

    /** The pair of a row. */
    public int of(int row) {
        return numbers[row];
    }

    public int frequency(int pair) {
        return (int) (numbering.key(pair) >>> DAY_BITS);
    }

    public int days(int pair) {
        return (int) numbering.key(pair);
    }
}
