package dev.marginal.benchmarks.serving;

import java.util.List;

/**
 * A quantity of memory over time.
 *
 * @param samples in the order of their times
 */
record Memory(List<Sample> samples) {
    private static final int SECONDS_PER_MINUTE = 60;

    /** So many bytes after so many seconds. */
    record Sample(double seconds, double bytes) {}

    Memory {
        samples = List.copyOf(samples);
    }

    /** What follows these first seconds. */
    Memory after(double seconds) {
        return new Memory(samples.stream().filter(one -> one.seconds() >= seconds).toList());
    }

    /** Bytes per minute that a straight line through the samples rises by; least squares. */
    double perMinute() {
        double time = samples.stream().mapToDouble(Sample::seconds).average().orElse(0);
        double bytes = samples.stream().mapToDouble(Sample::bytes).average().orElse(0);
        double together = 0;
        double alone = 0;
        for (Sample one : samples) {
            together += (one.seconds() - time) * (one.bytes() - bytes);
            alone += (one.seconds() - time) * (one.seconds() - time);
        }
        return alone == 0 ? Double.NaN : together / alone * SECONDS_PER_MINUTE;
    }

    double least() {
        return samples.stream().mapToDouble(Sample::bytes).min().orElse(Double.NaN);
    }

    double most() {
        return samples.stream().mapToDouble(Sample::bytes).max().orElse(Double.NaN);
    }
}
