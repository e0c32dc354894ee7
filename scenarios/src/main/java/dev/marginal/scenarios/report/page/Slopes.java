package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether scores are as large as effects: the slope of effects on scores, by treatment. */
final class Slopes {
    private Slopes() {}

    /** Empty where no treatment has a slope. */
    static Optional<Chart> chart(List<JsonNode> treatments) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (JsonNode treatment : treatments) {
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
                                        Numbers.fixed(one.estimate()),
                                        true));
                        table.add(
                                List.of(
                                        name,
                                        Numbers.fixed(one.estimate()),
                                        "%s to %s"
                                                .formatted(
                                                        Numbers.fixed(one.low()),
                                                        Numbers.fixed(one.high()))));
                    });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Chart(
                                "calibration-slopes",
                                "Are scores as large as effects? The slope",
                                "For each treatment, the slope of measured effects on scores with its interval; 1 where scores are right.",
                                "slope of effects on scores, with 95 % intervals: 1 where scores are right, below where they exaggerate",
                                new Chart.DataTable(
                                        List.of("treatment", "slope", "95 % interval"), table),
                                new IntervalChart("slope", rows, List.of(1.0))));
    }
}
