package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.gallery;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.HeatChart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who gets what: channels by segments. */
record Audience(PlanFacts facts) {
    private static final String TITLE = "Who gets what?";
    private static final double HUNDRED = 100;
    private static final int MOST_TOLD = 4;
    private static final int MOST_IN_HALF = 4;

    Section section() {
        List<JsonNode> groups = Told.all(facts.more().path("groups"));
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(offers()));
        parts.addAll(new Stages(facts).parts());
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
                                    "Below, customers are told apart by each column that a rule speaks of, and by the features that move the uplift most. Numbers stand in about fifths of the past campaign's customers. A strong colour is many sends.")));
            parts.addAll(charts(groups));
        }
        return new Section("audience", TITLE, answer(), parts);
    }

    /** Side by side, unless there are too many channels. */
    private List<Section.Part> charts(List<JsonNode> groups) {
        List<Chart> charts =
                IntStream.range(0, groups.size())
                        .mapToObj(number -> chart(groups.get(number), number + 1))
                        .toList();
        return groups.get(0).path("channels").size() > MOST_IN_HALF
                ? charts.stream().map(Section::picture).toList()
                : List.of(gallery(charts));
    }

    /** The sends by channel, in the order of the offers. */
    private String answer() {
        long all = facts.plan().path("sends").asLong();
        if (all == 0) {
            return "Nobody gets anything.";
        }
        Map<String, Long> sends = new LinkedHashMap<>();
        facts.plan()
                .path("offers")
                .forEach(
                        offer ->
                                sends.merge(
                                        offer.path("channel").asText(),
                                        offer.path("sends").asLong(),
                                        Long::sum));
        String told =
                sends.entrySet().stream()
                        .limit(MOST_TOLD)
                        .map(one -> one.getKey() + " " + Numbers.count(one.getValue()))
                        .collect(Collectors.joining(", "));
        int rest = sends.size() - MOST_TOLD;
        return "%s sends: %s%s."
                .formatted(
                        Numbers.count(all),
                        told,
                        rest > 0 ? " and %d more channels".formatted(rest) : "");
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
                                                Numbers.count(offer.path("sends").asLong()),
                                                facts.figures()
                                                        .money(offer.path("value").asDouble()),
                                                facts.figures()
                                                        .money(offer.path("spend").asDouble())))
                        .toList(),
                2);
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
                new HeatChart("", channels, rows, most));
    }

    private List<String> tableRow(JsonNode row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.path("name").asText());
        cells.add(Numbers.count(row.path("customers").asLong()));
        row.path("sends").forEach(sends -> cells.add(Numbers.count(sends.asLong())));
        cells.add(facts.figures().amount(row.path("value").asDouble()));
        cells.add(facts.figures().amount(row.path("spend").asDouble()));
        return cells;
    }
}
