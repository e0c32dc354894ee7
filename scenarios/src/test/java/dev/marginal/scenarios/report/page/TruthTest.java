package dev.marginal.scenarios.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Chart;
import dev.marginal.scenarios.words.ReasonLabel;
import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every part that a report must have is there, with the figures of the plan's own files. */
class TruthTest {
    private static final PlanFacts FACTS = PublishedReport.FACTS;
    private static final ReportPage REPORT = new ReportPage(FACTS);
    private static final String PAGE = REPORT.html();
    private static final Map<String, Chart> CHARTS =
            REPORT.charts().stream().collect(Collectors.toMap(Chart::id, Function.identity()));

    @Test
    void the_forecast_is_the_large_number_and_the_claim_stands_apart_as_the_models() {
        JsonNode forecast = FACTS.plan().path("forecast");

        assertThat(PAGE)
                .contains("<p class='big'>" + amount(forecast.path("incremental_gmv"), "estimate"))
                .contains(
                        "The model itself claims </strong>%s USD of incremental GMV. Do not plan with this number"
                                .formatted(amount(forecast, "model_claims")));
    }

    @Test
    void the_budget_curve_has_every_budget_with_forecast_band_and_marginal_roi() {
        List<JsonNode> points = Told.all(FACTS.more().path("budgets").path("points"));
        List<List<String>> rows = rows("budget-curve");

        assertThat(rows).hasSameSizeAs(points);
        for (int point = 0; point < points.size(); point++) {
            JsonNode told = points.get(point);
            JsonNode measured = told.path("measured");
            assertThat(rows.get(point).get(0)).startsWith(amount(told, "budget"));
            assertThat(rows.get(point))
                    .endsWith(
                            amount(measured, "estimate"),
                            amount(measured, "low") + " to " + amount(measured, "high"),
                            amount(told, "value"),
                            amount(told, "spend"),
                            count(told, "sends"),
                            Numbers.fixed(told.path("price").asDouble()));
        }
        assertThat(CHARTS.get("budget-curve").file()).contains("Marginal ROI", "95 % interval");
    }

    @Test
    void neighbours_stand_as_the_model_sees_them_and_as_measured_with_intervals() {
        List<JsonNode> neighbours = Told.all(FACTS.plan().path("neighbours"));

        assertThat(rows("neighbours"))
                .extracting(row -> row.get(0) + ": " + row.get(1))
                .isEqualTo(
                        neighbours.stream()
                                .map(one -> one.path("name").asText() + ": " + amount(one, "value"))
                                .toList());
        List<JsonNode> sent =
                neighbours.stream().filter(one -> one.path("sends").asLong() > 0).toList();
        assertThat(rows("neighbours-measured"))
                .extracting(row -> row.get(0) + ": " + row.get(1) + ", " + row.get(2))
                .isEqualTo(
                        sent.stream()
                                .map(
                                        one ->
                                                one.path("name").asText()
                                                        + ": "
                                                        + amount(
                                                                one.path("incremental_gmv"),
                                                                "estimate")
                                                        + ", "
                                                        + amount(one.path("incremental_gmv"), "low")
                                                        + " to "
                                                        + amount(
                                                                one.path("incremental_gmv"),
                                                                "high"))
                                .toList());
        List<List<String>> measured = rows("measured-policies");
        assertThat(measured.get(0))
                .startsWith("this model", small(FACTS.evaluation().path("model").path("value")));
        List<JsonNode> baselines = Told.all(FACTS.evaluation().path("baselines"));
        for (int one = 0; one < baselines.size(); one++) {
            JsonNode value = baselines.get(one).path("value").path("value");
            assertThat(measured.get(one + 1).subList(1, 3))
                    .containsExactly(small(value), range(value));
            assertThat(measured.get(one + 1).get(3))
                    .isEqualTo(
                            Told.interval(baselines.get(one).path("lead"))
                                    .map(Figures::small)
                                    .orElse("unknown"));
        }
    }

    @Test
    void uplift_by_decile_and_its_calibration_are_the_evaluations() {
        List<List<String>> rows = rows("uplift-by-decile");
        int row = 0;
        for (JsonNode treatment : FACTS.evaluation().path("treatments")) {
            for (JsonNode decile : treatment.path("deciles")) {
                JsonNode measured = decile.path("measured");
                assertThat(rows.get(row))
                        .containsExactly(
                                treatment.path("treatment").asText()
                                        + ", "
                                        + decile.path("number").asInt(),
                                count(decile, "rows"),
                                Numbers.small(decile.path("predicted").asDouble()),
                                small(measured),
                                range(measured));
                row++;
            }
        }
        assertThat(row).isEqualTo(rows.size()).isPositive();
        assertThat(rows("calibration")).isEqualTo(rows);
        assertThat(rows("calibration-slopes"))
                .hasSize(FACTS.evaluation().path("treatments").size());
    }

    @Test
    void the_qini_curve_has_every_budget_with_its_interval() {
        JsonNode curve = FACTS.evaluation().path("curve");
        List<JsonNode> points = Told.all(curve.path("points"));

        assertThat(rows("qini"))
                .extracting(row -> row.get(1))
                .isEqualTo(
                        points.stream()
                                .map(point -> Figures.small(interval(point.path("value"))))
                                .toList());
        assertThat(PAGE)
                .contains(Figures.small(interval(curve.path("lead"))) + " USD per customer");
    }

    @Test
    void the_heat_maps_have_every_channel_and_segment() {
        int number = 1;
        for (JsonNode group : FACTS.more().path("groups")) {
            Chart chart = CHARTS.get("who-gets-what-" + number++);
            int row = 0;
            for (JsonNode told : group.path("rows")) {
                List<String> cells = chart.data().rows().get(row++);
                assertThat(cells)
                        .startsWith(told.path("name").asText(), count(told, "customers"))
                        .containsAll(
                                Told.all(told.path("sends")).stream()
                                        .map(sends -> "%,d".formatted(sends.asLong()))
                                        .toList());
                JsonNode sends = told.path("sends").get(0);
                assertThat(chart.file())
                        .contains(
                                ">%.0f</text>"
                                        .formatted(
                                                100
                                                        * sends.asDouble()
                                                        / told.path("customers").asDouble()));
            }
        }
        assertThat(number).isGreaterThan(2);
    }

    @Test
    void what_binds_is_told_in_sentences_and_what_every_reason_forgoes_in_figures() {
        assertThat(FACTS.more().path("binds"))
                .isNotEmpty()
                .allSatisfy(
                        bind ->
                                assertThat(PAGE)
                                        .contains(
                                                "<strong>%s</strong>: %s."
                                                        .formatted(
                                                                bind.path("limit").asText(),
                                                                bind.path("sentence").asText())));
        assertThat(rows("value-forgone"))
                .extracting(row -> row.get(0) + ": " + row.get(1))
                .containsExactlyInAnyOrderElementsOf(
                        Told.all(FACTS.plan().path("not_sent")).stream()
                                .map(
                                        one ->
                                                ReasonLabel.of(one.path("reason").asText())
                                                        + ": "
                                                        + amount(one, "value_forgone"))
                                .toList());
    }

    @Test
    void what_decides_the_uplift_is_the_models_inspection() {
        int number = 1;
        for (JsonNode treatment : FACTS.inspection().path("treatments")) {
            JsonNode first = treatment.path("importance").get(0);
            assertThat(rows("effect-importance-" + number).get(0))
                    .startsWith(
                            first.path("feature").asText(),
                            Numbers.small(first.path("contribution").asDouble()));
            for (List<String> row : rows("effect-by-segment-" + number)) {
                assertThat(treatment.path("segments"))
                        .anySatisfy(
                                segment -> {
                                    assertThat(segment.path("feature"))
                                            .isEqualTo(first.path("feature"));
                                    assertThat(row)
                                            .endsWith(
                                                    count(segment, "rows"),
                                                    small(segment.path("effect")),
                                                    range(segment.path("effect")));
                                });
            }
            number++;
        }
        assertThat(number).isGreaterThan(2);
    }

    @Test
    void balance_overlap_and_evidence_are_the_plans() {
        JsonNode lottery = FACTS.plan().path("randomisation");

        assertThat(rows("balance"))
                .extracting(row -> row.subList(0, 3))
                .isEqualTo(
                        Told.all(lottery.path("arms")).stream()
                                .map(
                                        arm ->
                                                List.of(
                                                        arm.path("arm").asText(),
                                                        arm.path("worst_feature").asText(),
                                                        Numbers.thousandths(
                                                                arm.path("standardised_difference")
                                                                        .asDouble())))
                                .toList());
        assertThat(PAGE)
                .contains("<strong>Overlap: </strong>")
                .contains(
                        "Randomisation: </strong>" + lottery.path("verdict").asText(),
                        "Evidence: </strong>"
                                + FACTS.plan().path("forecast").path("evidence").asText());
    }

    @Test
    void provenance_names_every_input_and_every_file_with_its_hash() {
        JsonNode made = FACTS.plan().path("made");

        assertThat(PAGE)
                .contains(
                        "planned by Marginal %s with learner &#39;%s&#39;, seed %s"
                                .formatted(
                                        made.path("marginal").asText(),
                                        made.path("learner").asText(),
                                        made.path("seed").asText()));
        assertThat(FACTS.plan().path("files").properties())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(PAGE).contains(file.getValue().asText()));
        assertThat(FACTS.plan().path("inputs").findValuesAsText("fingerprint"))
                .hasSize(2)
                .allSatisfy(fingerprint -> assertThat(PAGE).contains(fingerprint));
    }

    @Test
    void in_short_every_part_has_its_answer() {
        assertThat(PAGE)
                .contains("<h2 id='in-short'>In short</h2>")
                .contains(
                        "The next USD earns %s of incremental GMV, as the model sees it."
                                .formatted(
                                        Numbers.fixed(
                                                Told.all(
                                                                FACTS.more()
                                                                        .path("budgets")
                                                                        .path("points"))
                                                        .stream()
                                                        .filter(one -> one.path("own").asBoolean())
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .path("price")
                                                        .asDouble())));
        assertThat(PAGE.split("<nav ")[1].split("</nav>")[0].split("<li>")).hasSize(10);
    }

    private static List<List<String>> rows(String chart) {
        return CHARTS.get(chart).data().rows();
    }

    private static Interval interval(JsonNode json) {
        return Told.interval(json).orElseThrow();
    }

    private static String amount(JsonNode json, String key) {
        return FACTS.figures().amount(json.path(key).asDouble());
    }

    private static String small(JsonNode interval) {
        return Numbers.small(interval.path("estimate").asDouble());
    }

    private static String range(JsonNode interval) {
        return Numbers.small(interval.path("low").asDouble())
                + " to "
                + Numbers.small(interval.path("high").asDouble());
    }

    private static String count(JsonNode json, String key) {
        return String.format(Locale.ROOT, "%,d", json.path(key).asLong());
    }
}
