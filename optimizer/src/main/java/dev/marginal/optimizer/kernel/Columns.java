package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.OfferBook;

/**
 * The numbers that a pass reads: a book's columns, or those of some of its customers.
 *
 * @param value {@code [offer][row]} in currency; {@code NaN} where the offer is not allowed
 * @param cost {@code [offer][row]} in currency
 */
public record Columns(float[][] value, float[][] cost) {
    /** The columns of a whole book, shared and not copied. */
    public static Columns of(OfferBook book) {
        return new Columns(book.value(), book.cost());
    }

    /** How many offers. */
    public int offers() {
        return value.length;
    }

    /** How many rows. */
    public int rows() {
        return value[0].length;
    }

    /** A copy of these rows, in this order. */
    public Columns gather(int[] rows) {
        return new Columns(gather(value, rows), gather(cost, rows));
    }

    /** Value of one send in micro-units; meaningless where the offer is not allowed. */
    public long valueMicros(int offer, int row) {
        return (long) micros(value[offer][row]);
    }

    /** Expected cost of one send in micro-units. */
    public long costMicros(int offer, int row) {
        return (long) micros(cost[offer][row]);
    }

    /** The reduced values of one row; {@code NaN} where the offer is not allowed. */
    public void reduce(Rates rates, int row, double[] into) {
        for (int offer = 0; offer < into.length; offer++) {
            into[offer] =
                    rates.alpha()[offer] * micros(value[offer][row])
                            - rates.beta()[offer] * micros(cost[offer][row])
                            - rates.gamma()[offer];
        }
    }

    /**
     * Equals {@link OfferBook#micros} for every float below 2^53 micro-units: a float times a
     * million is exact in double, and so is the half added to it wherever it matters.
     */
    static double micros(float amount) {
        return Math.floor(amount * (double) OfferBook.MICROS + 0.5);
    }

    private static float[][] gather(float[][] columns, int[] rows) {
        float[][] gathered = new float[columns.length][rows.length];
        for (int offer = 0; offer < columns.length; offer++) {
            for (int i = 0; i < rows.length; i++) {
                gathered[offer][i] = columns[offer][rows[i]];
            }
        }
        return gathered;
    }
}
