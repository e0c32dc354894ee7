package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.OptionalDouble;

/** What the same questions take without a service that keeps anything. */
final class ColdTable {
    private ColdTable() {}

    static String of(Child.Ended ended) {
        Facts facts = ended.facts();
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "the search alone, scored and valued before",
                        "seconds",
                        "value",
                        "questions");
        table.row(
                "an allocator that knows no other plan",
                Figures.seconds(facts.median("cold")),
                first(facts, "cold value"),
                facts.numbers("cold").length + "");
        table.row(
                "PDLP, fractions of sends allowed, building its model apart",
                facts.text("status").isEmpty()
                        ? ended.words()
                        : Figures.seconds(facts.median("solve"))
                                + ", "
                                + facts.text("status").get(),
                first(facts, "value"),
                facts.numbers("solve").length + "");
        return """

                The same questions without a service: nothing is compared, forecast or told. Values are those of the first.

                %s"""
                .formatted(table);
    }

    private static String first(Facts facts, String name) {
        double[] values = facts.numbers(name);
        return Figures.money(
                values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]));
    }
}
