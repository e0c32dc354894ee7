package dev.marginal.benchmarks.experiments;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.statistics.Beside.lead;
import static dev.marginal.benchmarks.statistics.Beside.spread;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.ArrayList;
import java.util.List;

/** Contenders on the Starbucks exercise. */
final class StarbucksTable {
    private static final String REMARKS =
            """
            The Starbucks exercise: 84,534 customers, half of whom got a promotion that costs 0.15; a purchase brings 10. Contenders
            learn on one half and, in the other, send to whom they expect to bring more than 0.15. Net incremental revenue:
            10 × purchases of the treated, less 0.15 for each of them, less 10 × purchases of the control, among the
            customers sent to, scaled to the whole file. Sending to nobody earns 0; sending to all earns %s on the whole
            file. The constant effect sends to all or to nobody; the outcome model sends to whom it expects to bring more
            than 0.15 without the promotion. Cells: mean ± standard deviation over the splits; intervals are 95 %%, widened
            because splits of the same customers are not independent (Nadeau and Bengio), bold where zero lies outside.

            """;

    private StarbucksTable() {}

    static String of(Finding finding, List<String> contenders) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "contender",
                        "net incremental revenue",
                        "beside the default",
                        "beside sending to all",
                        "customers sent to");
        List<String> names = new ArrayList<>(contenders);
        names.add(StarbucksCase.ALL);
        for (String name : names) {
            table.row(
                    name,
                    spread(finding, revenue(name), 0),
                    lead(finding, revenue(name), revenue(names.get(0)), Halves.OVERLAP, 0),
                    lead(finding, revenue(name), revenue(StarbucksCase.ALL), Halves.OVERLAP, 0),
                    spread(finding, Assay.name("sent", name), 2));
        }
        double all = finding.facts().median("file").orElse(Double.NaN);
        String trouble = finding.trouble().isEmpty() ? "" : "\n" + finding.trouble() + "\n";
        return REMARKS.formatted(format("%,.2f", all)) + table + trouble;
    }

    private static String revenue(String contender) {
        return Assay.name("revenue", contender);
    }
}
