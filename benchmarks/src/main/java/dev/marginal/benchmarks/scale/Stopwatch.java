package dev.marginal.benchmarks.scale;

/** Wall time. */
final class Stopwatch {
    private Stopwatch() {}

    /** Seconds since a reading of {@link System#nanoTime}. */
    static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds that some work takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return since(start);
    }
}
