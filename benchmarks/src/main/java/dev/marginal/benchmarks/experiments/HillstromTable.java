package dev.marginal.benchmarks.experiments;

import static dev.marginal.benchmarks.statistics.Beside.lead;
import static dev.marginal.benchmarks.statistics.Beside.spread;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.ArrayList;
import java.util.List;

/** Contenders on Hillstrom's test. */
final class HillstromTable {
    private static final String REMARKS =
            """
            MineThatData's e-mail test of 2008 (Hillstrom): 64,000 customers, two e-mails against none. Contenders learn both e-mails at once
            on one half and rank the other half. Gain at 30 %: what sending the e-mail to their best 30 % adds over sending
            none, per customer of all, doubly robust. `qini.grf`: the same gain over sending at random, averaged over all
            shares; random is 0. `autoc.grf`: what the best q have more than all, averaged over q. `qini.sklift`: random is 0, perfect is 1. `auuc.causalml`: random is about 0.5. The constant
            effect ranks nobody before another: it is sending at random. The best single feature is chosen on the half to
            learn from. Cells: mean ± standard deviation over the splits; `beside the default`: mean difference with its
            paired 95 % interval, widened because splits of the same customers are not independent (Nadeau and Bengio),
            bold where zero lies outside.

            """;

    private HillstromTable() {}

    static String of(List<Finding> findings, List<String> contenders) {
        StringBuilder page = new StringBuilder(REMARKS);
        for (Finding finding : findings) {
            for (String treatment : List.of("Mens E-Mail", "Womens E-Mail")) {
                page.append(
                        "## %s, %s\n\n%s\n"
                                .formatted(
                                        treatment,
                                        finding.name(),
                                        table(finding, treatment, contenders)));
            }
            page.append(finding.trouble().isEmpty() ? "" : finding.trouble() + "\n\n");
        }
        return page.toString();
    }

    private static MarkdownTable table(Finding finding, String treatment, List<String> contenders) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "contender",
                        "gain at 30 %",
                        "beside the default",
                        "`qini.grf`",
                        "beside the default",
                        "`autoc.grf`",
                        "`qini.sklift`",
                        "`auuc.causalml`");
        List<String> names = new ArrayList<>(contenders);
        names.add(HillstromCase.SINGLE);
        for (String name : names) {
            table.row(
                    name,
                    cell(finding, treatment, "policy", name),
                    beside(finding, treatment, "policy", name, names.get(0)),
                    cell(finding, treatment, "qini.grf", name),
                    beside(finding, treatment, "qini.grf", name, names.get(0)),
                    cell(finding, treatment, "autoc.grf", name),
                    cell(finding, treatment, "qini.sklift", name),
                    cell(finding, treatment, "auuc.causalml", name));
        }
        return table;
    }

    private static String cell(Finding finding, String treatment, String metric, String name) {
        return spread(finding, HillstromCase.fact(treatment, metric, name), 4);
    }

    private static String beside(
            Finding finding, String treatment, String metric, String name, String standard) {
        return lead(
                finding,
                HillstromCase.fact(treatment, metric, name),
                HillstromCase.fact(treatment, metric, standard),
                Halves.OVERLAP,
                4);
    }
}
