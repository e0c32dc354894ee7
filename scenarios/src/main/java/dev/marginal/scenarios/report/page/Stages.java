package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import java.util.ArrayList;
import java.util.List;

/** Where customers stand, for campaigns that speak of a lifecycle. */
record Stages(PlanFacts facts) {
    /** Sentences, and a table of moves where the campaign file asks for one; else nothing. */
    List<Section.Part> parts() {
        JsonNode standing = facts.more().path("lifecycle");
        List<Section.Part> parts = new ArrayList<>();
        if (standing.isMissingNode()) {
            return parts;
        }
        parts.add(
                prose(
                        Html.words(
                                "Stages: "
                                        + String.join(". ", Told.words(standing.path("sentences")))
                                        + ".")));
        if (standing.has("moved")) {
            parts.add(prose(moves(standing.path("moved"))));
        }
        return parts;
    }

    private static Html moves(JsonNode moved) {
        List<String> columns = new ArrayList<>(List.of("from", "customers"));
        moved.path("moves")
                .path(0)
                .path("to")
                .fieldNames()
                .forEachRemaining(stage -> columns.add("to " + stage));
        return Html.table(
                "Who went from which stage to which, %s to %s, of all customers of the log"
                        .formatted(moved.path("since").asText(), moved.path("until").asText()),
                columns,
                Told.all(moved.path("moves")).stream().map(Stages::row).toList(),
                1);
    }

    private static List<String> row(JsonNode move) {
        List<String> cells = new ArrayList<>();
        cells.add(move.path("from").asText());
        cells.add(Numbers.count(move.path("customers").asLong()));
        move.path("to").forEach(count -> cells.add(Numbers.count(count.asLong())));
        return cells;
    }
}
