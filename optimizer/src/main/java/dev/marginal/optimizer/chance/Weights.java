package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.OfferBook;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Cost and variance weighed with whole numbers: {@code D·cost + W·variance}, so that a row of them
 * is exact.
 *
 * @param cost D, at least 1
 * @param variance W; 0 where the variance is too small beside the cost for such numbers
 */
record Weights(long cost, long variance) {
    /** Every plan's use of a row stays well below the 2^61 that rows may reach. */
    private static final double CAPACITY = 0x1p60;

    private static final double FINEST = 0x1p20;

    /** The cost alone. */
    static final Weights PLAIN = new Weights(1, 0);

    /** Weights with about this W / D, per unit of currency. */
    static Weights near(double ratio, Spread spread, Margin margin) {
        double use = spread.totalCost() + ratio * spread.totalVariance();
        double room = CAPACITY / Math.max(use, Math.max(1, margin.budget()));
        if (ratio >= 1) {
            long cost = (long) Math.min(room, Math.max(1, FINEST / ratio));
            return cost < 1 ? PLAIN : new Weights(cost, Math.round(cost * ratio));
        }
        double finest = Math.max(FINEST, 1 / ratio);
        long variance = (long) (Math.min(room, finest) * ratio);
        return variance < 1 ? PLAIN : new Weights(Math.round(variance / ratio), variance);
    }

    /**
     * A row that only plans with the promise keep. For any deviation s, {@code √V ≤ s/2 + V/(2s)};
     * with r = W / D it is met at s = z/(2r): {@code cost + r·V ≤ budget − z²/(4r)}.
     *
     * @param deviation what is kept free where the variance has no weight, in currency
     */
    Row inside(Margin margin, double deviation) {
        BigDecimal z = new BigDecimal(margin.z());
        BigDecimal free =
                variance == 0
                        ? z.multiply(new BigDecimal(deviation))
                        : z.multiply(BigDecimal.valueOf(cost))
                                .pow(2)
                                .divide(
                                        BigDecimal.valueOf(4).multiply(big(variance)),
                                        40,
                                        RoundingMode.UP);
        return row(margin, room(margin).subtract(micros(free)).setScale(0, RoundingMode.FLOOR));
    }

    /**
     * A row that every plan with the promise and a deviation from {@code low} to {@code high}
     * keeps: {@code z·√V − r·V} is concave in √V, so least at one of the two ends.
     */
    Row around(Margin margin, double low, double high) {
        BigDecimal free = surplus(margin, low).min(surplus(margin, high));
        return row(margin, room(margin).subtract(micros(free)).setScale(0, RoundingMode.CEILING));
    }

    private BigDecimal surplus(Margin margin, double deviation) {
        BigDecimal t = new BigDecimal(deviation);
        BigDecimal linear = new BigDecimal(margin.z()).multiply(t).multiply(big(cost));
        return linear.subtract(t.multiply(t).multiply(big(variance)));
    }

    private BigDecimal room(Margin margin) {
        return big(cost).multiply(big(margin.budget()));
    }

    private Row row(Margin margin, BigDecimal most) {
        return new Row(margin.name(), this, most.longValueExact());
    }

    private static BigDecimal micros(BigDecimal amount) {
        return amount.multiply(big(OfferBook.MICROS));
    }

    private static BigDecimal big(long number) {
        return BigDecimal.valueOf(number);
    }
}
