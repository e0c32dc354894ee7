package dev.marginal.scenarios.report.page;

import static dev.marginal.scenarios.report.page.Section.picture;
import static dev.marginal.scenarios.report.page.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the experiment was fair, and whether the audience is like its customers. */
record Health(PlanFacts facts) {
    private static final double SMALL_DIFFERENCE = 0.1;

    Section section() {
        List<Section.Part> parts = new ArrayList<>();
        parts.add(
                prose(
                        Html.words(
                                Html.tag("strong", "Evidence: "),
                                Headline.evidence(
                                        facts.plan().path("forecast").path("evidence").asText()))));
        JsonNode lottery = facts.plan().path("randomisation");
        if (lottery.isMissingNode()) {
            parts.add(
                    prose(
                            Html.words(
                                    "The plan does not say whether the past campaign was a fair lottery.")));
        } else {
            parts.add(prose(lottery(lottery)));
            parts.add(picture(balance(lottery)));
            parts.add(prose(overlap(lottery)));
        }
        parts.add(prose(drift()));
        slopes().ifPresent(chart -> parts.add(picture(chart)));
        return new Section("health", "Can the experiment and the model be trusted?", parts);
    }

    private static Html lottery(JsonNode lottery) {
        String verdict = lottery.path("verdict").asText();
        String words =
                switch (verdict) {
                    case "sound" ->
                            "sound. Each customer had the chance of an arm that is assumed here, and the arms look like it.";
                    case "doubtful" ->
                            "doubtful. The arms differ a little more than a lottery explains; read every number here with care.";
                    case "broken" ->
                            "broken. The arms differ more than a lottery explains; no number of this report can be trusted.";
                    default -> verdict + ".";
                };
        List<Html> findings =
                Told.words(lottery.path("findings")).stream()
                        .map(finding -> Html.tag("li", finding))
                        .toList();
        return Html.all(
                List.of(
                        Html.words(Html.tag("strong", "Randomisation: "), words),
                        findings.isEmpty() ? Html.NOTHING : Html.tag("ul", findings)));
    }

    private static Chart balance(JsonNode lottery) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (JsonNode arm : lottery.path("arms")) {
            double difference = Told.number(arm.path("standardised_difference"));
            String name = arm.path("arm").asText();
            String feature = arm.path("worst_feature").asText();
            if (Double.isFinite(difference)) {
                rows.add(
                        new IntervalChart.Row(
                                name,
                                difference,
                                Math.min(0, difference),
                                Math.max(0, difference),
                                "%s %s".formatted(feature, Figures.thousandths(difference)),
                                true));
            }
            table.add(
                    List.of(
                            name,
                            Figures.count(arm.path("rows").asLong()),
                            Figures.count(Math.round(Told.number(arm.path("effective_rows")))),
                            feature,
                            Figures.thousandths(difference)));
        }
        return new Chart(
                "balance",
                "Are the arms alike?",
                "For each arm, the feature in which its customers differ most from all others, in standard deviations.",
                "the feature in which each arm differs most, in standard deviations; within the dotted lines, differences are small",
                new Chart.DataTable(
                        List.of("arm", "customers", "effective", "feature", "difference"), table),
                new IntervalChart(
                        "standard deviations", rows, List.of(-SMALL_DIFFERENCE, SMALL_DIFFERENCE)));
    }

    private static Html overlap(JsonNode lottery) {
        double least = 1;
        for (JsonNode arm : lottery.path("arms")) {
            least =
                    Math.min(
                            least,
                            Told.number(arm.path("effective_rows")) / arm.path("rows").asDouble());
        }
        long clipped = lottery.path("clipped_rows").asLong();
        double ratio = Told.number(lottery.path("sample_ratio_probability"));
        return Html.words(
                Html.tag("strong", "Overlap: "),
                "after weighting, the arms count for at least %s of their customers"
                        .formatted(Figures.percent(least)),
                clipped == 0
                        ? "; no customer was so unlikely to get their arm that a weight had to be clipped."
                        : "; the weights of %s customers were clipped, who lean on the model."
                                .formatted(Figures.count(clipped)),
                Double.isFinite(ratio)
                        ? " Arms as unequal as these come about by chance with probability %s."
                                .formatted(Figures.small(ratio))
                        : "");
    }

    private Html drift() {
        JsonNode drift = facts.plan().path("drift");
        if (drift.isMissingNode()) {
            return Html.words(
                    "The plan does not say whether the audience is like the customers of the past campaign.");
        }
        List<JsonNode> moved = Told.all(drift.path("moved"));
        if (moved.isEmpty()) {
            return Html.words(
                    Html.tag("strong", "Audience: "),
                    "like the customers of the past campaign in all %d features."
                            .formatted(drift.path("features").asInt()));
        }
        return Html.all(
                List.of(
                        Html.words(
                                Html.tag("strong", "Audience: "),
                                "unlike the customers of the past campaign in %d of %d features; there the forecast rests on likeness that is not given."
                                        .formatted(moved.size(), drift.path("features").asInt())),
                        Html.table(
                                "Features in which the audience has moved",
                                List.of(
                                        "feature",
                                        "stability index",
                                        "reading",
                                        "missing",
                                        "missing before"),
                                moved.stream()
                                        .map(
                                                one ->
                                                        List.of(
                                                                one.path("feature").asText(),
                                                                Figures.fixed(
                                                                        Told.number(
                                                                                one.path(
                                                                                        "stability_index"))),
                                                                one.path("reading").asText()
                                                                        + (one.has("fault")
                                                                                ? ", "
                                                                                        + one.path(
                                                                                                        "fault")
                                                                                                .asText()
                                                                                : ""),
                                                                Figures.percent(
                                                                        one.path("missing")
                                                                                .asDouble()),
                                                                Figures.percent(
                                                                        one.path(
                                                                                        "missing_in_history")
                                                                                .asDouble())))
                                        .toList(),
                                true)));
    }

    private Optional<Chart> slopes() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (JsonNode treatment : facts.evaluation().path("treatments")) {
            Optional<Interval> slope = Told.interval(treatment.path("calibration").path("slope"));
            String name = treatment.path("treatment").asText();
            slope.ifPresent(
                    one -> {
                        rows.add(
                                new IntervalChart.Row(
                                        name,
                                        one.estimate(),
                                        one.low(),
                                        one.high(),
                                        Figures.fixed(one.estimate()),
                                        true));
                        table.add(
                                List.of(
                                        name,
                                        Figures.fixed(one.estimate()),
                                        "%s to %s"
                                                .formatted(
                                                        Figures.fixed(one.low()),
                                                        Figures.fixed(one.high()))));
                    });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Chart(
                                "calibration-slopes",
                                "Are scores as large as effects?",
                                "For each treatment, the slope of measured effects on scores with its interval; 1 where scores are right.",
                                "slope of effects on scores, with 95 % intervals: 1 where scores are right, below where they exaggerate",
                                new Chart.DataTable(
                                        List.of("treatment", "slope", "95 % interval"), table),
                                new IntervalChart("slope", rows, List.of(1.0))));
    }
}
