package dev.marginal.scenarios.report.page;

import static dev.marginal.scenarios.report.page.Section.picture;
import static dev.marginal.scenarios.report.page.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.report.charts.BarChart;
import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.Ink;
import java.util.ArrayList;
import java.util.List;

/** Which features decide the uplift. */
record Deciding(PlanFacts facts) {
    private static final String TITLE = "What decides the uplift?";
    private static final int MOST = 6;
    private static final double POOR = 0.8;

    Section section() {
        List<JsonNode> treatments = Told.all(facts.inspection().path("treatments"));
        if (treatments.isEmpty()) {
            return new Section(
                    "deciding",
                    TITLE,
                    List.of(
                            prose(
                                    Html.words(
                                            "This folder has no inspection of its model, so that it cannot be told which features decide."))));
        }
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(Html.tag("ul", treatments.stream().map(Deciding::sentence).toList())));
        for (int number = 0; number < treatments.size(); number++) {
            if (!moving(treatments.get(number)).isEmpty()) {
                parts.add(picture(chart(treatments.get(number), number + 1)));
            }
        }
        parts.add(
                prose(
                        Html.note(
                                "By how much a feature moves a customer's uplift, up or down, on average: the mean absolute SHAP value of a small forest that retells the model's uplift. It tells what the model goes by, not what would happen if the feature changed.")));
        return new Section("deciding", TITLE, parts);
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
                moving.stream().limit(3).map(one -> one.path("feature").asText()).toList();
        return Html.tag(
                "li",
                name,
                ": above all " + String.join(", ", first),
                fidelity >= POOR
                        ? "."
                        : ": to be read with care, as the retelling explains only %s of the model's uplift."
                                .formatted(Figures.percent(Math.max(0, fidelity))));
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
                                                        Figures.small(
                                                                Told.number(
                                                                        one.path("contribution"))),
                                                        Figures.percent(
                                                                Told.number(one.path("gain")))))
                                .toList()),
                new BarChart(
                        moving.stream()
                                .map(
                                        one ->
                                                new BarChart.Bar(
                                                        one.path("feature").asText(),
                                                        Told.number(one.path("contribution")),
                                                        Figures.small(
                                                                Told.number(
                                                                        one.path("contribution"))),
                                                        Ink.NOW,
                                                        false))
                                .toList()));
    }
}
