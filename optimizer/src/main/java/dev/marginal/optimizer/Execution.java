package dev.marginal.optimizer;

import dev.marginal.tables.Requires;

/**
 * What an allocation may use of the machine; changes how long it takes, never the plan.
 *
 * @param threads one or more
 */
public record Execution(int threads) {
    public Execution {
        Requires.positive(threads, "threads");
    }

    /** As many threads as the machine has cores. */
    public static Execution onAllCores() {
        return new Execution(Runtime.getRuntime().availableProcessors());
    }
}
