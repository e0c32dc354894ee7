package dev.marginal.optimizer;

import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * How far a column of amounts reaches.
 *
 * @param largest the largest absolute amount
 * @param total sum of the absolute amounts
 * @param grain greatest common divisor of all amounts in micro-units; 0 if all are zero
 */
public record Extent(double largest, double total, long grain) {
    /** The extent of a column; {@code NaN}s count for nothing. */
    static Extent of(float[] column) {
        float largest = 0;
        double total = 0;
        long grain = 0;
        float last = 0;
        for (float amount : column) {
            float size = Float.isNaN(amount) ? 0 : Math.abs(amount);
            largest = Math.max(largest, size);
            total += size;
            if (size != last && grain != 1) {
                grain = ArithmeticUtils.gcd(grain, OfferBook.micros(size));
                last = size;
            }
        }
        return new Extent(largest, total, grain);
    }
}
