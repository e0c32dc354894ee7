package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.time.Duration;

/**
 * How hard to search.
 *
 * @param targetGap stop when the plan is proven within this share of the best, such as 1e-4
 * @param timeLimit for the whole search; only a guard, as what it cuts off may differ from run to
 *     run
 */
public record AllocatorSettings(double targetGap, Duration timeLimit) {
    public AllocatorSettings {
        Requires.notNegative(targetGap, "targetGap");
        Requires.require(
                !timeLimit.isNegative() && !timeLimit.isZero(), "timeLimit", timeLimit, "positive");
    }

    /** Gap 1e-7, ten minutes. */
    public static AllocatorSettings defaults() {
        return new AllocatorSettings(1e-7, Duration.ofMinutes(10));
    }
}
