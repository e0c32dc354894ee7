package dev.marginal.benchmarks.scale;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.small;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.OptionalDouble;

/** What-ifs beside planning anew. */
final class WhatIfTable {
    private WhatIfTable() {}

    static String of(List<Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        2,
                        "customers × offers × limits",
                        "change",
                        "warm, seconds",
                        "cold, seconds",
                        "warm / cold",
                        "target",
                        "worst gap",
                        "violation",
                        "plans");
        for (Measured one : all) {
            Change.ALL.forEach(change -> row(table, one, change.words()));
        }
        return table.toString();
    }

    private static void row(MarkdownTable table, Measured one, String words) {
        Facts facts = one.facts();
        OptionalDouble warm = facts.median("warm, " + words);
        OptionalDouble cold = facts.median("cold, " + words);
        table.row(
                one.family().toString(),
                words,
                seconds(warm),
                seconds(cold),
                cold.isEmpty()
                        ? Figures.NONE
                        : format("%.0f %%", 100 * warm.getAsDouble() / cold.getAsDouble()),
                one.family().customers() == 1_000_000 ? "25 %, 0.25 s" : "25 %",
                small(facts.most("gap, " + words)),
                small(facts.most("violation, " + words)),
                one.count("warm, " + words));
    }
}
