package dev.marginal.app.job;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.planfolder.NotWritten;
import dev.marginal.scenarios.store.LeaseLost;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.StoreUnusable;
import dev.marginal.tables.Requires;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When to try again, and after how long: the n-th pause is {@code first} × 2ⁿ⁻¹, at most {@code
 * longest}, times a number drawn from [½, 1), so that jobs that failed together do not come back
 * together.
 *
 * @param times how often to try again; 0 for never
 * @param first pause
 * @param longest pause
 * @param seed of what is drawn
 */
public record Retries(int times, Duration first, Duration longest, long seed) {
    private static final List<Class<? extends Exception>> PASSING =
            List.of(
                    PlanInHand.class,
                    LeaseLost.class,
                    NotWritten.class,
                    StoreUnusable.class,
                    UncheckedIOException.class);

    public Retries {
        Requires.require(times >= 0, "retries", times, "zero or more");
        Requires.require(!first.isNegative(), "pause before a retry", first, "zero or more");
        Requires.require(
                longest.compareTo(first) >= 0, "longest pause", longest, first + " or more");
    }

    /**
     * Whether trying again may help: somebody else has the plan in hand, a file is still being
     * written, the disk or the network is away. It does not where an input is bad, rules cannot be
     * kept or an audit fails.
     */
    public boolean mayHelp(Exception problem) {
        if (problem instanceof StaleInput stale) {
            return stale.isPassing();
        }
        return PASSING.stream().anyMatch(kind -> kind.isInstance(problem));
    }

    /** How long to wait after the n-th try failed, n counted from 1. */
    public Duration pauseAfter(int failed) {
        double draw = 0.5 + 0.5 * new SplittableRandom(seed + failed).nextDouble();
        double millis = first.toMillis() * Math.pow(2, failed - 1);
        return Duration.ofMillis((long) (Math.min(millis, longest.toMillis()) * draw));
    }
}
