package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.BarChart;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import dev.marginal.scenarios.words.ReasonLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What holds the plan back, at what price, and what each reason forgoes. */
record Binding(PlanFacts facts) {
    private static final int MOST_TOLD = 12;
    private static final int MOST_BARS = 14;

    Section section() {
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(sentences()));
        parts.add(prose(limits()));
        List<JsonNode> reasons = reasons();
        if (!reasons.isEmpty()) {
            parts.add(picture(forgone(reasons)));
            parts.add(
                    prose(
                            Html.note(
                                    "Each offer is counted on its own: two coupons for one customer are both counted, though only one could ever have been sent.")));
        }
        return new Section("binding", "What holds it back?", answer(), parts);
    }

    private Html sentences() {
        if (facts.more().isMissingNode()) {
            return Html.words(
                    "This folder has no report.json, so that prices stand in the table alone.");
        }
        List<JsonNode> binds = dearest();
        if (binds.isEmpty()) {
            return Html.words(
                    "Nothing: no budget and no rule across customers keeps this plan from earning more.");
        }
        List<Html> told =
                binds.stream()
                        .limit(MOST_TOLD)
                        .map(
                                one ->
                                        Html.tag(
                                                "li",
                                                Html.tag("strong", one.path("limit").asText()),
                                                ": " + one.path("sentence").asText() + "."))
                        .toList();
        String rest =
                binds.size() > MOST_TOLD
                        ? " These are the dearest %d of %d limits that have a price; the table has all of them."
                                .formatted(MOST_TOLD, binds.size())
                        : "";
        return Html.all(
                List.of(
                        Html.words(
                                "A limit that is used up has a price: what a little more of it would earn, in %s of %s as the model sees it.%s"
                                        .formatted(facts.currency(), facts.objective(), rest)),
                        Html.tag("ul", told)));
    }

    private String answer() {
        if (facts.more().isMissingNode()) {
            return "The table of limits tells.";
        }
        List<JsonNode> binds = dearest();
        return binds.isEmpty()
                ? "Nothing across customers."
                : "Above all %s: %s."
                        .formatted(
                                binds.get(0).path("limit").asText(),
                                binds.get(0).path("sentence").asText());
    }

    /** The limits that have a price; first those whose whole use is worth most. */
    private List<JsonNode> dearest() {
        return Told.all(facts.more().path("binds")).stream()
                .sorted(Comparator.comparingDouble(one -> -weight(one.path("limit").asText())))
                .toList();
    }

    /** What a limit's whole use is worth at its price. */
    private double weight(String name) {
        return Told.all(facts.plan().path("limits")).stream()
                .filter(limit -> limit.path("limit").asText().equals(name))
                .mapToDouble(
                        limit ->
                                Math.abs(
                                        limit.path("price").asDouble()
                                                * limit.path("use").asDouble()))
                .findFirst()
                .orElse(0);
    }

    private Html limits() {
        return Html.table(
                "Limits across customers: use, bounds and price of one more unit",
                List.of("limit", "counts", "used", "at least", "at most", "price of one more"),
                Told.all(facts.plan().path("limits")).stream().map(this::limit).toList(),
                2);
    }

    private List<String> limit(JsonNode limit) {
        boolean money = !limit.path("charge").asText().equals("sends");
        return List.of(
                limit.path("limit").asText(),
                limit.path("charge").asText(),
                amount(limit.path("use"), money),
                amount(limit.path("at_least"), money),
                amount(limit.path("at_most"), money),
                limit.path("price").asDouble() == 0
                        ? "—"
                        : Numbers.small(limit.path("price").asDouble()));
    }

    private String amount(JsonNode amount, boolean money) {
        if (!amount.isNumber()) {
            return "—";
        }
        return money
                ? facts.figures().words().amount(amount.asDouble()).replace('-', '−')
                : Numbers.count(amount.asLong());
    }

    private List<JsonNode> reasons() {
        return Told.all(facts.plan().path("not_sent")).stream()
                .sorted(Comparator.comparingDouble(one -> -forgone(one)))
                .toList();
    }

    private static double forgone(JsonNode reason) {
        return reason.path("value_forgone").asDouble();
    }

    private Chart forgone(List<JsonNode> reasons) {
        Figures figures = facts.figures();
        return new Chart(
                "value-forgone",
                "Not sent: what each reason forgoes",
                "The value of what is not sent, by the first reason why not, the dearest first.",
                "%s of %s as the model sees it".formatted(facts.currency(), facts.objective())
                        + (reasons.size() > MOST_BARS
                                ? "; the dearest %d reasons".formatted(MOST_BARS)
                                : ""),
                new Chart.DataTable(
                        List.of("reason", "value forgone", "offers not sent"),
                        reasons.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        ReasonLabel.of(one.path("reason").asText()),
                                                        figures.amount(forgone(one)),
                                                        Numbers.count(one.path("sends").asLong())))
                                .toList()),
                new BarChart(
                        reasons.stream()
                                .limit(MOST_BARS)
                                .map(
                                        one ->
                                                new BarChart.Bar(
                                                        ReasonLabel.of(one.path("reason").asText()),
                                                        forgone(one),
                                                        figures.amount(forgone(one)),
                                                        Ink.BEFORE,
                                                        false))
                                .toList()));
    }
}
