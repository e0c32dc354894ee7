package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a treatment added in each group of customers by its most important feature, as measured. */
final class SegmentEffects {
    private SegmentEffects() {}

    /**
     * Empty where nothing was measured for that feature.
     *
     * @param id of the chart
     * @param treatment of the inspection
     */
    static Optional<Chart> chart(String id, JsonNode treatment, String feature, String currency) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (JsonNode segment : treatment.path("segments")) {
            Optional<Interval> effect = Told.interval(segment.path("effect"));
            if (segment.path("feature").asText().equals(feature) && effect.isPresent()) {
                String values = segment.path("values").asText().replace('-', '−');
                rows.add(row(values, effect.get()));
                table.add(
                        List.of(
                                values,
                                Numbers.count(segment.path("rows").asLong()),
                                Numbers.small(effect.get().estimate()),
                                Numbers.small(effect.get().low())
                                        + " to "
                                        + Numbers.small(effect.get().high())));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Chart(
                                id,
                                "Measured: what %s adds, by %s"
                                        .formatted(treatment.path("treatment").asText(), feature),
                                "What the experiment says that the treatment added per customer, in each group by %s, with 95 %% intervals."
                                        .formatted(feature),
                                currency + " of GMV per customer, with 95 % intervals",
                                new Chart.DataTable(
                                        List.of(feature, "customers", "measured", "95 % interval"),
                                        table),
                                new IntervalChart(currency + " per customer", rows, List.of())));
    }

    private static IntervalChart.Row row(String values, Interval effect) {
        return new IntervalChart.Row(
                values,
                effect.estimate(),
                effect.low(),
                effect.high(),
                Numbers.small(effect.estimate()),
                true);
    }
}
