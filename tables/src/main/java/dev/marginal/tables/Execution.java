package dev.marginal.tables;

/**
 * With how much of the machine to work. Never changes a result: the same inputs and seed give the
 * same bytes for any number of threads.
 *
 * @param threads how many, at least 1
 */
public record Execution(int threads) {
    public Execution {
        Requires.positive(threads, "threads");
    }

    /** One thread for every core that the JVM may use. */
    public static Execution allCores() {
        return new Execution(Runtime.getRuntime().availableProcessors());
    }
}
