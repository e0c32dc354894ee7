package dev.marginal.optimizer;

import java.io.Serializable;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * How far a column of amounts reaches.
 *
 * @param largest the largest absolute amount
 * @param micros sum of the absolute amounts, each in whole micro-units, so that it does not depend
 *     on any order of adding; {@link Long#MAX_VALUE} for all that is larger
 * @param grain greatest common divisor of all amounts in micro-units; 0 if all are zero
 */
public record Extent(double largest, long micros, long grain) implements Serializable {
    /** The extent of a column; {@code NaN}s count for nothing. */
    static Extent of(float[] column) {
        float largest = 0;
        long total = 0;
        long grain = 0;
        float last = 0;
        for (float amount : column) {
            float size = Float.isNaN(amount) ? 0 : Math.abs(amount);
            largest = Math.max(largest, size);
            long micros = (long) (size * (double) OfferBook.MICROS + 0.5);
            total = sum(total, micros);
            if (size != last && grain != 1) {
                grain = divides(grain, micros) ? grain : ArithmeticUtils.gcd(grain, micros);
                last = size;
            }
        }
        return new Extent(largest, total, grain);
    }

    /** The extent of both columns together. */
    Extent and(Extent other) {
        return new Extent(
                Math.max(largest, other.largest),
                sum(micros, other.micros),
                ArithmeticUtils.gcd(grain, other.grain));
    }

    /** Sum of the absolute amounts. */
    public double total() {
        return (double) micros / OfferBook.MICROS;
    }

    private static boolean divides(long grain, long micros) {
        return grain == 0 ? micros == 0 : micros % grain == 0;
    }

    private static long sum(long some, long more) {
        long sum = some + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
