package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.CalibrationChart;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Decile;
import dev.marginal.reports.charts.DecileChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether customers with high scores gained more, and as much as was predicted. */
record Effects(PlanFacts facts) {
    private static final String TITLE = "Are the predicted effects real?";

    Section section() {
        List<JsonNode> treatments = Told.all(facts.evaluation().path("treatments"));
        SortedMap<String, List<Decile>> deciles = deciles(treatments);
        if (deciles.isEmpty()) {
            return new Section(
                    "effects",
                    TITLE,
                    "Nobody has measured it.",
                    List.of(
                            prose(
                                    Html.words(
                                            "Nobody has measured it: this folder has no evaluation of its model, so that effects cannot be shown by decile."))));
        }
        List<Section.Part> parts = new ArrayList<>();
        parts.add(
                prose(
                        Html.words(
                                "Every customer has a score for each treatment: the GMV that the model expects it to add. Held-out customers stand in ten groups of equal size by score, and the experiment says what the treatment really added in each.")));
        parts.add(prose(Html.tag("ul", treatments.stream().map(this::sentence).toList())));
        parts.add(picture(byDecile(deciles)));
        parts.add(picture(calibration(deciles)));
        Slopes.chart(treatments).ifPresent(chart -> parts.add(picture(chart)));
        return new Section("effects", TITLE, answer(treatments), parts);
    }

    private static String answer(List<JsonNode> treatments) {
        long sure =
                treatments.stream()
                        .flatMap(one -> slope(one).stream())
                        .filter(slope -> slope.low() > 0)
                        .count();
        return "For %d of %d treatments, scores surely tell who gains more."
                .formatted(sure, treatments.size());
    }

    private static Optional<Interval> slope(JsonNode treatment) {
        return Told.interval(treatment.path("calibration").path("slope"));
    }

    private static SortedMap<String, List<Decile>> deciles(List<JsonNode> treatments) {
        SortedMap<String, List<Decile>> all = new TreeMap<>();
        for (JsonNode treatment : treatments) {
            List<Decile> deciles = new ArrayList<>();
            for (JsonNode decile : treatment.path("deciles")) {
                Told.interval(decile.path("measured"))
                        .ifPresent(measured -> deciles.add(decile(decile, measured)));
            }
            if (!deciles.isEmpty()) {
                all.put(treatment.path("treatment").asText(), deciles);
            }
        }
        return all;
    }

    private static Decile decile(JsonNode decile, Interval measured) {
        return new Decile(
                decile.path("number").asInt(),
                decile.path("rows").asInt(),
                Told.number(decile.path("predicted")),
                measured.estimate(),
                measured.low(),
                measured.high());
    }

    private Html sentence(JsonNode treatment) {
        Optional<Interval> average = Told.interval(treatment.path("average_effect"));
        Optional<Interval> slope = slope(treatment);
        return Html.tag(
                "li",
                Html.tag("strong", treatment.path("treatment").asText()),
                average.map(
                                one ->
                                        " adds %s %s per customer on average."
                                                .formatted(Figures.small(one), facts.currency()))
                        .orElse(": its average effect is unknown."),
                " ",
                slope.map(Effects::reading)
                        .orElse(
                                "All its scores are equal, so that it says nothing of who gains more."));
    }

    /** What the slope of measured effects on scores says, by where its interval lies. */
    private static String reading(Interval slope) {
        String figures =
                " (slope %s, 95 %% interval %s to %s)."
                        .formatted(
                                Numbers.fixed(slope.estimate()),
                                Numbers.fixed(slope.low()),
                                Numbers.fixed(slope.high()));
        if (slope.high() < 1) {
            return "Its scores exaggerate the differences between customers" + figures;
        }
        if (slope.low() > 1) {
            return "Its scores understate the differences between customers" + figures;
        }
        return (slope.low() > 0
                        ? "Its scores tell who gains more, and are as large as the effects, as far as can be told"
                        : "The experiment cannot tell whether its scores say who gains more")
                + figures;
    }

    private Chart byDecile(SortedMap<String, List<Decile>> deciles) {
        return new Chart(
                "uplift-by-decile",
                "Uplift by decile of the score",
                "For each treatment and each tenth of the held-out customers by score: the measured effect with its interval, and what was predicted.",
                facts.currency()
                        + " of GMV per customer; a score that ranks well falls from left to right",
                table(deciles),
                new DecileChart(deciles));
    }

    private Chart calibration(SortedMap<String, List<Decile>> deciles) {
        return new Chart(
                "calibration",
                "Measured against predicted effects",
                "For each treatment, measured against predicted effects of ten groups of held-out customers, beside the line on which both are equal.",
                facts.currency()
                        + " of GMV per customer; on the dashed line, effects are as large as predicted",
                table(deciles),
                new CalibrationChart(deciles));
    }

    private static Chart.DataTable table(SortedMap<String, List<Decile>> treatments) {
        List<List<String>> rows = new ArrayList<>();
        treatments.forEach(
                (treatment, deciles) -> {
                    for (Decile decile : deciles) {
                        rows.add(
                                List.of(
                                        treatment + ", " + decile.number(),
                                        Numbers.count(decile.rows()),
                                        Numbers.small(decile.predicted()),
                                        Numbers.small(decile.measured()),
                                        Numbers.small(decile.low())
                                                + " to "
                                                + Numbers.small(decile.high())));
                    }
                });
        return new Chart.DataTable(
                List.of("treatment, decile", "customers", "predicted", "measured", "95 % interval"),
                rows);
    }
}
