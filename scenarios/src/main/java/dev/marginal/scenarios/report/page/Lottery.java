package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.IntervalChart;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the past campaign was a fair lottery, by balance and overlap of its arms.
 *
 * @param json the plan's randomisation; missing where the plan does not say
 */
record Lottery(JsonNode json) {
    private static final double SMALL_DIFFERENCE = 0.1;

    List<Section.Part> parts() {
        return json.isMissingNode()
                ? List.of(
                        prose(
                                Html.words(
                                        "The plan does not say whether the past campaign was a fair lottery.")))
                : List.of(prose(words()), picture(balance()), prose(overlap()));
    }

    /** Such as {@code sound}. */
    String verdict() {
        return json.path("verdict").asText("unknown");
    }

    private Html words() {
        String words =
                switch (verdict()) {
                    case "sound" ->
                            "sound. Who got which treatment was drawn as assumed here, and the customers of all arms look alike. An arm is those who got the same treatment; the control arm got nothing.";
                    case "doubtful" ->
                            "doubtful. The arms differ a little more than a lottery explains; read every number here with care.";
                    case "broken" ->
                            "broken. The arms differ more than a lottery explains; no number of this report can be trusted.";
                    default -> verdict() + ".";
                };
        List<Html> findings =
                Told.words(json.path("findings")).stream()
                        .map(finding -> Html.tag("li", finding))
                        .toList();
        return Html.all(
                List.of(
                        Html.words(Html.tag("strong", "Randomisation: "), words),
                        findings.isEmpty() ? Html.NOTHING : Html.tag("ul", findings)));
    }

    private Chart balance() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (JsonNode arm : json.path("arms")) {
            double difference = Told.number(arm.path("standardised_difference"));
            String name = arm.path("arm").asText();
            String feature = arm.path("worst_feature").asText();
            if (Double.isFinite(difference)) {
                rows.add(
                        new IntervalChart.Row(
                                "%s, in %s".formatted(name, feature),
                                difference,
                                Math.min(0, difference),
                                Math.max(0, difference),
                                Numbers.thousandths(difference),
                                true));
            }
            table.add(
                    List.of(
                            name,
                            feature,
                            Numbers.thousandths(difference),
                            Numbers.count(arm.path("rows").asLong()),
                            Numbers.count(Math.round(Told.number(arm.path("effective_rows"))))));
        }
        return new Chart(
                "balance",
                "Are the arms alike?",
                "For each arm, the feature in which its customers differ most from all others, and by how much, in standard deviations.",
                "the feature in which an arm differs most from all others, in standard deviations (the usual distance from the mean); within the dotted lines, differences are small",
                new Chart.DataTable(
                        List.of(
                                "arm",
                                "differs most in",
                                "difference",
                                "customers",
                                "customers after weighting"),
                        table,
                        2),
                new IntervalChart(
                        "standard deviations", rows, List.of(-SMALL_DIFFERENCE, SMALL_DIFFERENCE)));
    }

    private Html overlap() {
        double least = 1;
        for (JsonNode arm : json.path("arms")) {
            least =
                    Math.min(
                            least,
                            Told.number(arm.path("effective_rows")) / arm.path("rows").asDouble());
        }
        long clipped = json.path("clipped_rows").asLong();
        double ratio = Told.number(json.path("sample_ratio_probability"));
        return Html.words(
                Html.tag("strong", "Overlap: "),
                "customers who were unlikely to get what they got count for more. Weighted so, every arm is still worth at least %s of its customers"
                        .formatted(Numbers.percent(least)),
                clipped == 0
                        ? ", and no weight was so large that it had to be cut."
                        : "; the weights of %s customers were so large that they were cut, and their effects lean on the model."
                                .formatted(Numbers.count(clipped)),
                Double.isFinite(ratio)
                        ? " Arms as unequal as these come about by chance with probability %s."
                                .formatted(Numbers.small(ratio))
                        : "");
    }
}
