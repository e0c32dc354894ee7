package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.util.OptionalDouble;

/**
 * The most that the whole plan may spend, in currency; or no such limit.
 *
 * @param atMost limits the expected spend
 * @param confidence how sure the spend has to stay within it, such as 0.95: expected spend + z·√Σ
 *     variance, the book's measure {@value #VARIANCE} being the variance of each send's cost; empty
 *     where the expected spend is enough
 */
public record Budget(OptionalDouble atMost, OptionalDouble confidence) {
    /** Name of the {@link Measure} that a confidence needs: in currency squared. */
    public static final String VARIANCE = "cost_variance";

    public Budget {
        atMost.ifPresent(amount -> Requires.notNegative(amount, "budget"));
        confidence.ifPresent(
                share ->
                        Requires.require(
                                share >= 0.5 && share < 1,
                                "budget confidence",
                                share,
                                "0.5 to below 1"));
    }

    /** At most this much expected spend, in currency. */
    public static Budget of(double amount) {
        return new Budget(OptionalDouble.of(amount), OptionalDouble.empty());
    }

    /** No limit on spend. */
    public static Budget unlimited() {
        return new Budget(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same amount, kept with this probability although redemptions are uncertain. */
    public Budget with(double confidence) {
        return new Budget(atMost, OptionalDouble.of(confidence));
    }
}
