package dev.marginal.benchmarks.fitting;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.whole;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Repeats;
import java.util.Arrays;
import java.util.List;

/** Fitting and scoring beside bare XGBoost, and the memory of fitting. */
final class FitTable {
    private static final double MEBIBYTE = 1 << 20;

    private FitTable() {}

    static String of(List<Finding> findings, int features) {
        return """
                Rows × features × treatments (and a control as large as each), from the planted GMV world. Fit: wall time of
                `fit`. Bare: the same fits of XGBoost by direct calls, one after the other in the same JVM: as many rows,
                columns and trees with the same parameters, laid out once for fits on the same rows, without asking for
                losses on the way. Score: all rows for all treatments. Bare: the same forests by direct calls, each
                DMatrix new, since a second prediction for one is only looked up. Seconds are medians over the repeats; the
                ratio is the median of the repeats' own, with the least and the most. Work: seconds that all cores together
                worked for the process, which other work on the machine disturbs less. Targets: 1.15 and 1.2.

                %s
                Memory of the first fit, as Linux counts it, beyond what the warm JVM held before the history was there.
                Matrix: rows × features × 4 bytes. The target is 3 matrices, the history itself included.

                %s%s"""
                .formatted(times(findings), memory(findings, features), Finding.troubles(findings));
    }

    private static MarkdownTable times(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "rows × features × treatments",
                        "XGBoost fits",
                        "trees grown",
                        "fit, seconds",
                        "bare, seconds",
                        "fit / bare",
                        "work, fit / bare",
                        "score, seconds",
                        "bare, seconds",
                        "score / bare",
                        "work, score / bare",
                        "load",
                        "repeats");
        for (Finding finding : findings) {
            Facts facts = finding.facts();
            table.row(
                    finding.name(),
                    whole(facts.median("fits")),
                    whole(facts.median("trees")),
                    seconds(facts.median("fit")),
                    seconds(facts.median("bare fit")),
                    ratio(finding, "fit", "bare fit"),
                    ratio(finding, "fit, work", "bare fit, work"),
                    seconds(facts.median("score")),
                    seconds(facts.median("bare score")),
                    ratio(finding, "score", "bare score"),
                    ratio(finding, "score, work", "bare score, work"),
                    finding.loads(),
                    finding.numbers("fit").length + "");
        }
        return table;
    }

    private static MarkdownTable memory(List<Finding> findings, int features) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "rows × features × treatments",
                        "matrix, MiB",
                        "history, MiB",
                        "history and fit at most, MiB",
                        "matrices",
                        "the fit alone, matrices");
        for (Finding finding : findings) {
            double rows = Double.parseDouble(finding.name().split(" ")[0].replace(",", ""));
            double matrix = rows * features * Float.BYTES;
            double before = finding.facts().median("memory before").orElse(Double.NaN);
            double history = finding.facts().median("memory with history").orElse(Double.NaN);
            double most = finding.facts().median("memory at most").orElse(Double.NaN);
            table.row(
                    finding.name(),
                    format("%.0f", matrix / MEBIBYTE),
                    format("%.0f", (history - before) / MEBIBYTE),
                    format("%.0f", (most - before) / MEBIBYTE),
                    format("%.2f", (most - before) / matrix),
                    format("%.2f", (most - history) / matrix));
        }
        return table;
    }

    private static String ratio(Finding finding, String ours, String bare) {
        double[] numerators = finding.numbers(ours);
        double[] denominators = finding.numbers(bare);
        int count = Math.min(numerators.length, denominators.length);
        double[] ratios = new double[count];
        Arrays.setAll(ratios, i -> numerators[i] / denominators[i]);
        Arrays.sort(ratios);
        return count == 0
                ? NONE
                : format(
                        "%.2f (%.2f to %.2f)",
                        new Repeats(ratios).median(), ratios[0], ratios[count - 1]);
    }
}
