package dev.marginal.benchmarks.learning;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.statistics.Beside.lead;
import static dev.marginal.benchmarks.statistics.Beside.spread;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.Map;

/** What plans by the contenders' predictions truly earn. */
final class PlanTable {
    private static final String REMARKS =
            """
            A push (a cent) and coupons of 5 and 10 (a cent, and their face value when the customer orders), tested beside a
            control: on equal shares of the history's customers, or confounded (the probability of treatment depends on the customer
            and is logged). 40,000 other customers get at most one send each, chosen by the contender's effects and order
            probabilities, at three budgets per customer.

            GMV: what the plan's sends truly add, over what the best plan by the truth adds at the same budget; 1 is an oracle.
            Spend: what the plan truly costs, over its budget: wrong order probabilities make plans spend more or less than
            they should. For the same money: the GMV over what the best plan adds with the money that this plan truly spends.
            Cells: mean ± standard deviation over the seeds; `beside the default`: mean difference for the same money, with
            its paired 95 % interval, bold where zero lies outside. Best by response sends where the default learner finds
            an order likeliest; random sends know their true cost.

            """;

    private PlanTable() {}

    static String of(Map<String, List<Finding>> tables) {
        StringBuilder page = new StringBuilder(REMARKS);
        tables.forEach((title, findings) -> page.append(section(title, findings)));
        return page.toString();
    }

    private static String section(String title, List<Finding> findings) {
        StringBuilder section = new StringBuilder("## %s\n\n".formatted(title));
        for (double budget : PlanCase.BUDGETS) {
            section.append(format("Budget %.2f per customer\n\n", budget));
            section.append(earnings(findings, budget)).append("\n");
        }
        return section.append("√PEHE\n\n").append(errors(findings)).append("\n").toString();
    }

    private static MarkdownTable earnings(List<Finding> findings, double budget) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "contender",
                        "GMV / oracle's",
                        "spend / budget",
                        "for the same money",
                        "beside the default",
                        "seeds");
        for (Finding finding : findings) {
            table.row(
                    finding.name(),
                    spread(finding, "gmv " + budget, 3),
                    spread(finding, "spend " + budget, 3),
                    spread(finding, "money " + budget, 3),
                    lead(finding, findings.get(0), "money " + budget, 3),
                    finding.numbers("gmv " + budget).length + " " + finding.trouble());
        }
        return table;
    }

    private static MarkdownTable errors(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(1, "contender", "push", "coupon 5", "coupon 10", "seconds");
        findings.stream()
                .filter(finding -> finding.numbers("error push").length > 0)
                .filter(finding -> !finding.name().equals(PlanCase.RESPONSE))
                .forEach(
                        finding ->
                                table.row(
                                        finding.name(),
                                        spread(finding, "error push", 2),
                                        spread(finding, "error coupon_5", 2),
                                        spread(finding, "error coupon_10", 2),
                                        seconds(finding.facts().median("seconds"))));
        return table;
    }
}
