package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * How far spends scatter: the book's variances.
 *
 * @param variance {@code [offer][customer]} of one send's cost, in currency squared
 * @param totalCost of every send there could be, in micro-units
 * @param totalVariance alike, in millionths of currency squared
 */
record Spread(float[][] variance, double totalCost, double totalVariance) {
    /** Standard deviation of the smallest variance above zero, in currency. */
    static final double LEAST = 1e-3;

    /**
     * The spread of a book.
     *
     * @throws IllegalArgumentException if the book has no variances, or a negative one
     */
    static Spread of(OfferBook book) {
        List<Measure> found =
                book.measures().stream().filter(one -> one.name().equals(Budget.VARIANCE)).toList();
        Requires.require(
                !found.isEmpty(),
                "measures of a book whose budget has a confidence",
                book.measures().stream().map(Measure::name).toList(),
                "with " + Budget.VARIANCE);
        float[][] variance = found.get(0).amount();
        double cost = 0;
        double total = 0;
        for (int offer = 0; offer < variance.length; offer++) {
            requireVariances(book, offer, variance[offer]);
            cost += book.costExtent(offer).total();
            total += book.measureExtent(Budget.VARIANCE, offer).total();
        }
        return new Spread(variance, cost * OfferBook.MICROS, total * OfferBook.MICROS);
    }

    private static void requireVariances(OfferBook book, int offer, float[] variances) {
        for (float variance : variances) {
            if (!(variance >= 0)) {
                String name = Budget.VARIANCE + " of offer " + book.offers().get(offer).id();
                Requires.require(false, name, variance, "zero or more");
            }
        }
    }

    /** Variance of a plan's spend, sends being independent; in millionths of currency squared. */
    long of(SendPlan plan) {
        long sum = 0;
        for (int send = 0; send < plan.sends(); send++) {
            sum += OfferBook.micros(variance[plan.offer()[send]][plan.customer()[send]]);
        }
        return sum;
    }

    /** A book in which only sends without a variance may be made. */
    OfferBook certain(OfferBook book) {
        float[][] value = new float[variance.length][];
        for (int offer = 0; offer < value.length; offer++) {
            value[offer] = book.value()[offer].clone();
            for (int row = 0; row < value[offer].length; row++) {
                boolean certain = OfferBook.micros(variance[offer][row]) == 0;
                value[offer][row] = certain ? value[offer][row] : Float.NaN;
            }
        }
        return new OfferBook(
                book.offers(), value, book.cost(), book.segmentations(), book.measures());
    }

    /** Standard deviation in currency. */
    static double deviation(long variance) {
        return Math.sqrt((double) variance / OfferBook.MICROS);
    }

    /** Whether even the plan that sends everything keeps the promise. */
    boolean isHarmless(Margin margin) {
        double worst = totalCost + margin.z() * Math.sqrt(totalVariance * OfferBook.MICROS);
        return worst * (1 + 1e-6) + 1 < margin.budget();
    }
}
