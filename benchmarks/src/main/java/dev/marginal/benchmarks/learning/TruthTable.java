package dev.marginal.benchmarks.learning;

import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.statistics.Beside.lead;
import static dev.marginal.benchmarks.statistics.Beside.spread;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.Map;

/** What contenders predict, beside the truth. */
final class TruthTable {
    static final String PLANTED =
            """
            One treatment against the control in the planted GMV world (`PlantedWorld`, an arm of strength 1); about
            one customer in seven orders. Confounded: the probability of treatment, between .05 and .95 by two features, is
            logged. Every contender predicts for 40,000 customers who are not in the history.

            """
                    + reading()
                    + """
            Targets: at 50,000 randomised rows √PEHE at most 1.15 and top-30 gain at least .81; at 250,000 at most .80
            and at least .90; confounded, better than the constant effect.

            """;

    static final String NIE_WAGER =
            """
            The simulated trials A to D of Nie and Wager (`NieWagerWorld`), noise of standard deviation 1, six features, of which
            one never matters; 10,000 rows to learn from and 10,000 others to predict for. Their outcomes can be negative and
            nobody "orders".

            """
                    + reading();

    private TruthTable() {}

    static String of(Map<String, List<Finding>> tables) {
        StringBuilder page = new StringBuilder();
        tables.forEach((title, findings) -> page.append(section(title, findings)));
        return page.toString();
    }

    private static String section(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "contender",
                        "√PEHE",
                        "beside the default",
                        "top-30 gain",
                        "beside the default",
                        "Spearman's ρ",
                        "slope",
                        "bias",
                        "seconds",
                        "seeds");
        StringBuilder troubles = new StringBuilder();
        for (Finding finding : findings) {
            row(table, finding, findings.get(0));
            if (!finding.trouble().isEmpty()) {
                troubles.append("- `%s`: %s\n".formatted(finding.name(), finding.trouble()));
            }
        }
        return "## %s\n\n%s\n%s".formatted(title, table, troubles.isEmpty() ? "" : troubles + "\n");
    }

    private static void row(MarkdownTable table, Finding finding, Finding standard) {
        table.row(
                finding.name(),
                spread(finding, "error", 3),
                lead(finding, standard, "error", 3),
                spread(finding, "top", 3),
                lead(finding, standard, "top", 3),
                spread(finding, "rank", 3),
                spread(finding, "slope", 2),
                spread(finding, "bias", 2),
                seconds(finding.facts().median("seconds")),
                finding.numbers("top").length + "");
    }

    private static String reading() {
        return """
                √PEHE: root mean squared error of the effects. Top-30 gain: what the 30 % with the highest predictions gain, over
                what the truly best 30 % gain. Slope: of the true effect by the predicted one; 1 is calibrated. Bias: mean
                prediction minus mean effect. Cells: mean ± standard deviation over the seeds; `beside the default`: mean
                difference with its paired 95 % interval (Student's t over the seeds), bold where zero lies outside. The constant
                effect knows the true mean effect; the outcome model takes what a customer buys anyway for the effect. Seconds:
                the median of fitting and predicting, on a machine that did other work meanwhile.

                """;
    }
}
