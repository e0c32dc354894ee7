package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.gallery;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.BarChart;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which features decide the uplift. */
record Deciding(PlanFacts facts) {
    private static final String TITLE = "What decides the uplift?";
    private static final int MOST = 6;
    private static final int TOLD = 3;
    private static final double POOR = 0.8;

    Section section() {
        List<JsonNode> treatments = Told.all(facts.inspection().path("treatments"));
        if (treatments.isEmpty()) {
            return new Section(
                    "deciding",
                    TITLE,
                    "This folder does not say.",
                    List.of(
                            prose(
                                    Html.words(
                                            "This folder has no inspection of its model, so that it cannot be told which features decide."))));
        }
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(Html.tag("ul", treatments.stream().map(Deciding::sentence).toList())));
        for (int number = 0; number < treatments.size(); number++) {
            List<Chart> charts = charts(treatments.get(number), number + 1);
            if (!charts.isEmpty()) {
                parts.add(gallery(charts));
            }
        }
        parts.add(
                prose(
                        Html.note(
                                "The bars say by how much a feature moves a customer's uplift, up or down, on average. They tell what the model goes by, not what would happen if the feature changed. (In statistical terms: the mean absolute SHAP value of a small forest that retells the model's uplift.) The measured effects come from the experiment and know nothing of the model; of many groups, some differ by chance.")));
        return new Section("deciding", TITLE, answer(treatments), parts);
    }

    private List<Chart> charts(JsonNode treatment, int number) {
        List<JsonNode> moving = moving(treatment);
        if (moving.isEmpty()) {
            return List.of();
        }
        List<Chart> charts = new ArrayList<>(List.of(chart(treatment, number)));
        SegmentEffects.chart(
                        "effect-by-segment-" + number,
                        treatment,
                        moving.get(0).path("feature").asText(),
                        facts.currency())
                .ifPresent(charts::add);
        return charts;
    }

    /** The features that move the uplift of all treatments together most. */
    private static String answer(List<JsonNode> treatments) {
        Map<String, Double> moves = new LinkedHashMap<>();
        for (JsonNode treatment : treatments) {
            for (JsonNode one : treatment.path("importance")) {
                double contribution = Told.number(one.path("contribution"));
                if (contribution > 0) {
                    moves.merge(one.path("feature").asText(), contribution, Double::sum);
                }
            }
        }
        return moves.isEmpty()
                ? "No feature: everybody has the same uplift."
                : "Above all %s."
                        .formatted(
                                moves.entrySet().stream()
                                        .sorted(
                                                Map.Entry.comparingByValue(
                                                        Comparator.reverseOrder()))
                                        .limit(TOLD)
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.joining(", ")));
    }

    private static List<JsonNode> moving(JsonNode treatment) {
        return Told.all(treatment.path("importance")).stream()
                .filter(one -> Told.number(one.path("contribution")) > 0)
                .limit(MOST)
                .toList();
    }

    private static Html sentence(JsonNode treatment) {
        List<JsonNode> moving = moving(treatment);
        Html name = Html.tag("strong", treatment.path("treatment").asText());
        if (moving.isEmpty()) {
            return Html.tag("li", name, ": the model gives everybody the same uplift.");
        }
        double fidelity = Told.number(treatment.path("fidelity"));
        List<String> first =
                moving.stream().limit(TOLD).map(one -> one.path("feature").asText()).toList();
        return Html.tag(
                "li",
                name,
                ": above all " + String.join(", ", first),
                fidelity >= POOR
                        ? "."
                        : ": to be read with care, as the retelling explains only %s of the model's uplift."
                                .formatted(Numbers.percent(Math.max(0, fidelity))));
    }

    private Chart chart(JsonNode treatment, int number) {
        List<JsonNode> moving = moving(treatment);
        String name = treatment.path("treatment").asText();
        return new Chart(
                "effect-importance-" + number,
                "What decides the uplift of " + name,
                "The features that move the uplift of %s most, the most important first."
                        .formatted(name),
                facts.currency() + " per customer by which a feature moves the uplift, on average",
                new Chart.DataTable(
                        List.of("feature", "moves it by", "share of gain"),
                        moving.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        one.path("feature").asText(),
                                                        Numbers.small(
                                                                Told.number(
                                                                        one.path("contribution"))),
                                                        Numbers.percent(
                                                                Told.number(one.path("gain")))))
                                .toList()),
                new BarChart(
                        moving.stream()
                                .map(
                                        one ->
                                                new BarChart.Bar(
                                                        one.path("feature").asText(),
                                                        Told.number(one.path("contribution")),
                                                        Numbers.small(
                                                                Told.number(
                                                                        one.path("contribution"))),
                                                        Ink.NOW,
                                                        false))
                                .toList()));
    }
}
