package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.util.OptionalDouble;

/** The most that the whole plan may spend, in currency; or no such limit. */
public record Budget(OptionalDouble atMost) {
    public Budget {
        atMost.ifPresent(amount -> Requires.notNegative(amount, "budget"));
    }

    /** At most this much, in currency. */
    public static Budget of(double amount) {
        return new Budget(OptionalDouble.of(amount));
    }

    /** No limit on spend. */
    public static Budget unlimited() {
        return new Budget(OptionalDouble.empty());
    }
}
