package dev.marginal.scenarios.report.page;

import static dev.marginal.scenarios.report.page.Section.picture;
import static dev.marginal.scenarios.report.page.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.HeatChart;
import java.util.ArrayList;
import java.util.List;

/** Who gets what: channels by segments. */
record Audience(PlanFacts facts) {
    private static final String TITLE = "Who gets what?";
    private static final double HUNDRED = 100;

    Section section() {
        List<JsonNode> groups = Told.all(facts.more().path("groups"));
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(offers()));
        if (groups.isEmpty()) {
            parts.add(
                    prose(
                            Html.words(
                                    facts.more().isMissingNode()
                                            ? "By segment, this folder does not say: it has no report.json, which later versions write."
                                            : "There are no segments to tell apart: no rule speaks of one, and no feature moves the uplift.")));
        } else {
            parts.add(
                    prose(
                            Html.note(
                                    "By the columns that rules speak of, and by the features that move the uplift most: numbers in about fifths of the past campaign's customers.")));
        }
        for (int number = 0; number < groups.size(); number++) {
            parts.add(picture(chart(groups.get(number), number + 1)));
        }
        return new Section("audience", TITLE, parts);
    }

    private Html offers() {
        return Html.table(
                "What each offer sends, is worth and costs",
                List.of(
                        "offer",
                        "channel",
                        "sends",
                        facts.objective() + " claimed",
                        "expected spend"),
                Told.all(facts.plan().path("offers")).stream()
                        .map(
                                offer ->
                                        List.of(
                                                offer.path("offer").asText(),
                                                offer.path("channel").asText(),
                                                Figures.count(offer.path("sends").asLong()),
                                                facts.figures()
                                                        .money(offer.path("value").asDouble()),
                                                facts.figures()
                                                        .money(offer.path("spend").asDouble())))
                        .toList(),
                true);
    }

    private Chart chart(JsonNode group, int number) {
        List<String> channels = Told.words(group.path("channels"));
        List<HeatChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        double most = 0;
        for (JsonNode row : group.path("rows")) {
            List<Double> shares =
                    Told.all(row.path("sends")).stream()
                            .map(sends -> sends.asDouble() / row.path("customers").asDouble())
                            .toList();
            List<String> figures =
                    shares.stream().map(share -> "%.0f".formatted(share * HUNDRED)).toList();
            rows.add(new HeatChart.Row(row.path("name").asText(), shares, figures));
            table.add(tableRow(row));
            most = Math.max(most, shares.stream().mapToDouble(share -> share).max().orElse(0));
        }
        List<String> columns = new ArrayList<>(List.of(group.path("column").asText(), "customers"));
        channels.forEach(channel -> columns.add(channel + ", sends"));
        columns.addAll(List.of(facts.objective() + " claimed", "spend"));
        return new Chart(
                "who-gets-what-" + number,
                "Sends by " + group.path("column").asText(),
                "Sends for every hundred customers, by channel and %s."
                        .formatted(group.path("column").asText()),
                "sends for every 100 customers, by channel",
                new Chart.DataTable(columns, table),
                new HeatChart(channels, rows, most));
    }

    private List<String> tableRow(JsonNode row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.path("name").asText());
        cells.add(Figures.count(row.path("customers").asLong()));
        row.path("sends").forEach(sends -> cells.add(Figures.count(sends.asLong())));
        cells.add(facts.figures().amount(row.path("value").asDouble()));
        cells.add(facts.figures().amount(row.path("spend").asDouble()));
        return cells;
    }
}
