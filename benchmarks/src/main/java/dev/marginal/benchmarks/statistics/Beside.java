package dev.marginal.benchmarks.statistics;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.uplift.Interval;

/** Cells of tables that hold several contenders against one of them. */
public final class Beside {
    private Beside() {}

    /** Mean ± standard deviation over the repeats. */
    public static String spread(Finding finding, String fact, int decimals) {
        double[] values = finding.numbers(fact);
        Repeats repeats = new Repeats(values);
        if (Double.isNaN(repeats.mean())) {
            return NONE;
        }
        String number = "%." + decimals + "f";
        return values.length < 2
                ? format(number, repeats.mean())
                : format(number + " ± " + number, repeats.mean(), repeats.deviation());
    }

    /** Mean difference of one fact of two findings, seed by seed. */
    public static String lead(Finding finding, Finding standard, String fact, int decimals) {
        return finding == standard
                ? ""
                : lead(finding.numbers(fact), standard.numbers(fact), 0, decimals);
    }

    /**
     * Mean difference of two facts of one finding, split by split.
     *
     * @param overlap as in {@link Repeats#lead}
     */
    public static String lead(
            Finding finding, String fact, String standard, double overlap, int decimals) {
        return fact.equals(standard)
                ? ""
                : lead(finding.numbers(fact), finding.numbers(standard), overlap, decimals);
    }

    /** Such as {@code +0.12 (+0.02 to +0.22)}, bold where zero lies outside. */
    public static String interval(Interval interval, int decimals) {
        String signed = "%+." + decimals + "f";
        String words =
                format(
                        signed + " (" + signed + " to " + signed + ")",
                        interval.estimate(),
                        interval.low(),
                        interval.high());
        return interval.excludesZero() ? "**" + words + "**" : words;
    }

    private static String lead(double[] ours, double[] theirs, double overlap, int decimals) {
        if (ours.length < 2 || ours.length != theirs.length) {
            return NONE;
        }
        Interval lead = new Repeats(ours).lead(new Repeats(theirs), overlap);
        return Double.isNaN(lead.estimate()) ? NONE : interval(lead, decimals);
    }
}
