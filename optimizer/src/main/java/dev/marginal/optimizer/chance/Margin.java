package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The promise {@code spend + z·√variance ≤ budget}, decided in exact arithmetic.
 *
 * @param budget in micro-units
 * @param z how many standard deviations are kept free; positive
 * @param confidence the probability that z stands for
 */
public record Margin(long budget, double z, double confidence) {
    private static final BigDecimal MICROS = BigDecimal.valueOf(OfferBook.MICROS);

    /** The margin of a budget; empty where the expected spend is all that counts. */
    public static Optional<Margin> of(Budget budget) {
        if (budget.atMost().isEmpty() || budget.confidence().isEmpty()) {
            return Optional.empty();
        }
        double confidence = budget.confidence().getAsDouble();
        double z = z(confidence);
        long most = OfferBook.micros(budget.atMost().getAsDouble());
        return z > 0 ? Optional.of(new Margin(most, z, confidence)) : Optional.empty();
    }

    /**
     * The least budget that pays for a plan, in currency: its spend, and where a budget has a
     * confidence, z·√variance more.
     *
     * @param book of the plan, with its variances where there is a confidence
     */
    public static double least(SendPlan plan, OfferBook book, OptionalDouble confidence) {
        if (confidence.isEmpty()) {
            return plan.spend();
        }
        long variance = Spread.of(book).of(plan);
        return plan.spend() + z(confidence.getAsDouble()) * Spread.deviation(variance);
    }

    private static double z(double confidence) {
        return new NormalDistribution().inverseCumulativeProbability(confidence);
    }

    /** Such as {@code budget at 95 %}. */
    String name() {
        BigDecimal percent = BigDecimal.valueOf(confidence).movePointRight(2).stripTrailingZeros();
        return "budget at " + percent.toPlainString() + " %";
    }

    /** What the budget asks for, in words. */
    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s allows at most %,.2f for the expected spend and %.3f standard deviations of it",
                name(),
                (double) budget / OfferBook.MICROS,
                z);
    }

    /**
     * Whether the promise holds, to the last micro-unit.
     *
     * @param variance in millionths of currency squared
     */
    boolean keeps(long spend, long variance) {
        if (spend > budget) {
            return false;
        }
        BigDecimal left = BigDecimal.valueOf(budget - spend);
        return left.multiply(left).compareTo(squared().multiply(micros(variance))) >= 0;
    }

    /**
     * The largest variance that the money left covers, in millionths of currency squared.
     *
     * @param spend in micro-units; above the budget nothing is left
     */
    public long mostVariance(long spend) {
        BigDecimal left = BigDecimal.valueOf(Math.max(0, budget - spend));
        BigDecimal most = left.multiply(left).divideToIntegralValue(micros(1).multiply(squared()));
        return most.min(BigDecimal.valueOf(Long.MAX_VALUE - 1)).longValue();
    }

    /** No plan that keeps the promise deviates by more, in currency. */
    double mostDeviation() {
        double most = (double) budget / OfferBook.MICROS / z;
        return Math.max(Spread.LEAST, most * (1 + 1e-12));
    }

    /** Whether any send with a variance could keep the promise. */
    boolean allowsVariance() {
        return keeps(0, 1);
    }

    private BigDecimal squared() {
        return new BigDecimal(z).pow(2);
    }

    private static BigDecimal micros(long variance) {
        return BigDecimal.valueOf(variance).multiply(MICROS);
    }
}
