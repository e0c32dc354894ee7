package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.BarChart;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What others would have made of the same budget, as the model sees it. */
record Neighbours(PlanFacts facts) {
    String words() {
        double own = neighbour("PLAN").path("value").asDouble();
        double bound = neighbour("BOUND").path("value").asDouble();
        Optional<JsonNode> best =
                Told.all(facts.plan().path("neighbours")).stream()
                        .filter(one -> one.path("kind").asText().equals("POLICY"))
                        .max(Comparator.comparingDouble(one -> one.path("value").asDouble()));
        String beside =
                best.map(
                                one ->
                                        "As the model sees it, the best of the simpler plans, '%s', is worth %s of %s, and this one %s. "
                                                .formatted(
                                                        one.path("name").asText(),
                                                        money(one.path("value").asDouble()),
                                                        facts.objective(),
                                                        money(own)))
                        .orElse("");
        return beside
                + "No plan that keeps the budget and every rule can be worth more than %s."
                        .formatted(money(bound));
    }

    private String money(double value) {
        return facts.figures().money(value);
    }

    private JsonNode neighbour(String kind) {
        return Told.all(facts.plan().path("neighbours")).stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    Chart chart() {
        Figures figures = facts.figures();
        List<JsonNode> all = Told.all(facts.plan().path("neighbours"));
        List<BarChart.Bar> bars =
                all.stream()
                        .map(
                                one -> {
                                    String kind = one.path("kind").asText();
                                    double value = one.path("value").asDouble();
                                    return new BarChart.Bar(
                                            one.path("name").asText(),
                                            value,
                                            figures.amount(value),
                                            kind.equals("PLAN")
                                                    ? Ink.NOW
                                                    : kind.equals("BOUND") ? Ink.EDGE : Ink.BEFORE,
                                            kind.equals("PLAN"));
                                })
                        .toList();
        return new Chart(
                "neighbours",
                "The same budget, planned by others",
                "What other ways to spend the same budget are worth, from doing nothing to the proven upper bound; all as the model sees it.",
                "%s of %s, as the model sees it: its own view of them all, so that they can be compared"
                        .formatted(facts.currency(), facts.objective()),
                new Chart.DataTable(
                        List.of("plan", facts.objective(), "spend", "sends"),
                        all.stream().map(this::row).toList()),
                new BarChart(bars));
    }

    private List<String> row(JsonNode one) {
        boolean bound = one.path("kind").asText().equals("BOUND");
        return List.of(
                one.path("name").asText(),
                facts.figures().amount(one.path("value").asDouble()),
                bound ? "—" : facts.figures().amount(one.path("spend").asDouble()),
                bound ? "—" : Numbers.count(one.path("sends").asLong()));
    }
}
