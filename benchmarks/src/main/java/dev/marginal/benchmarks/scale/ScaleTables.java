package dev.marginal.benchmarks.scale;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.money;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.small;
import static dev.marginal.benchmarks.reports.Figures.whole;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.OptionalDouble;

/** The tables of a scale run. */
final class ScaleTables {
    private ScaleTables() {}

    /** Time and proof. */
    static String plans(List<Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "seconds",
                        "least to most",
                        "target",
                        "first plan of the JVM",
                        "binding",
                        "value",
                        "bound",
                        "gap",
                        "worst gap",
                        "target",
                        "violation",
                        "plans");
        for (Measured one : all) {
            Facts facts = one.facts();
            table.row(
                    one.family().toString(),
                    seconds(facts.median("allocate")),
                    seconds(facts.least("allocate")) + " – " + seconds(facts.most("allocate")),
                    one.secondsTarget(),
                    seconds(facts.median("first")),
                    range(facts, "binding"),
                    money(facts.median("value")),
                    money(facts.median("bound")),
                    small(facts.median("gap")),
                    small(facts.most("gap")),
                    small(OptionalDouble.of(one.gapTarget())),
                    small(facts.most("violation")),
                    one.count("allocate"));
        }
        return table.toString();
    }

    /** Memory and growth. */
    static String memory(List<Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "heap granted, GiB",
                        "heap used by book and plan, GiB",
                        "peak of the process, GiB",
                        "bytes per option beyond 1 GB",
                        "bytes per customer",
                        "microseconds per customer",
                        "generating, seconds");
        for (Measured one : all) {
            Facts facts = one.facts();
            double perCustomer =
                    facts.median("allocate").orElse(Double.NaN) / one.family().customers() * 1e6;
            table.row(
                    one.family().toString(),
                    format("%.2f", one.heapMebibytes() / 1024.0),
                    gibibytes(facts.median("heap").orElse(0)),
                    gibibytes(one.ended().peakBytes()),
                    one.bytesPerOption() > 0 ? format("%.1f", one.bytesPerOption()) : "none",
                    format("%,.0f", one.bytesPerCustomer()),
                    format("%.3f", perCustomer),
                    seconds(facts.median("generate")));
        }
        return table.toString();
    }

    /** Budgets that have whole curves. */
    static String curves(List<Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        1, "customers × offers × limits", "seconds", "corners of the curve");
        all.stream()
                .filter(one -> one.facts().text("corners").isPresent())
                .forEach(
                        one ->
                                table.row(
                                        one.family().toString(),
                                        seconds(one.facts().median("allocate")),
                                        whole(one.facts().median("corners"))));
        return table.toString();
    }

    private static String range(Facts facts, String name) {
        String least = whole(facts.least(name));
        String most = whole(facts.most(name));
        return least.equals(most) ? least : least + Figures.NONE + most;
    }
}
