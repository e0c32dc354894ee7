package dev.marginal.app.rest;

import dev.marginal.optimizer.SendPlan;
import java.util.Locale;

/** Counts what a desk did, for {@code /metrics}. */
final class DeskTally {
    private static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300
    };
    private static final double NANOS = 1e9;

    private final long[] within = new long[BOUNDS.length];
    private long answers;
    private double seconds;
    private double gap = Double.NaN;
    private long infeasible;

    /** A question was worked on from then until now, by the machine's monotonic clock. */
    synchronized void took(long since) {
        double took = (System.nanoTime() - since) / NANOS;
        answers++;
        seconds += took;
        for (int bound = 0; bound < BOUNDS.length; bound++) {
            within[bound] += took <= BOUNDS[bound] ? 1 : 0;
        }
    }

    synchronized void planned(SendPlan plan) {
        gap = plan.gap();
    }

    synchronized void hasNoPlan() {
        infeasible++;
    }

    synchronized double gap() {
        return gap;
    }

    synchronized long infeasible() {
        return infeasible;
    }

    /** The seconds of all questions, as a histogram. */
    synchronized void tellSeconds(MetricsText text, String name, String labels) {
        for (int bound = 0; bound < BOUNDS.length; bound++) {
            String le = String.format(Locale.ROOT, "%s,le=\"%s\"", labels, BOUNDS[bound]);
            text.line(name + "_bucket", le, within[bound]);
        }
        text.line(name + "_bucket", labels + ",le=\"+Inf\"", answers);
        text.line(name + "_sum", labels, seconds);
        text.line(name + "_count", labels, answers);
    }
}
