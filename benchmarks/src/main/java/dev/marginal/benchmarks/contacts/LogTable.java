package dev.marginal.benchmarks.contacts;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;

/** Reading a log from disk and asking it. */
final class LogTable {
    private static final double MEBIBYTE = 1 << 20;

    private LogTable() {}

    static String of(Finding finding) {
        Facts facts = finding.facts();
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "caps",
                        "past sends",
                        "log on disk, MiB",
                        "reading, seconds",
                        "allowances, seconds",
                        "slowest of both, seconds",
                        "blocked",
                        "at most, MiB",
                        "repeats");
        table.row(
                finding.name() + (finding.trouble().isEmpty() ? "" : " " + finding.trouble()),
                Figures.whole(facts.median("sends")),
                Figures.format("%.0f", facts.median("bytes on disk").orElse(Double.NaN) / MEBIBYTE),
                Figures.seconds(facts.median("reading")),
                Figures.seconds(facts.median("allowances")),
                Figures.format(
                        "%.1f",
                        facts.most("reading").orElse(Double.NaN)
                                + facts.most("allowances").orElse(Double.NaN)),
                Figures.format("%.1f %%", 100 * facts.median("blocked").orElse(Double.NaN)),
                Figures.format("%.0f", facts.most("memory at most").orElse(Double.NaN) / MEBIBYTE),
                finding.numbers("reading").length + "");
        return """

                The same from a store's log: 35 Parquet files, one for each day's import, every send with a decision of its
                own, to customers drawn evenly. Reading matches ids, takes the last word on every decision and sorts.

                %s"""
                .formatted(table);
    }
}
