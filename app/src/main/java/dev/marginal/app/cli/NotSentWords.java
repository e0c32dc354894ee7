package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.scenarios.words.ReasonLabel;
import dev.marginal.scenarios.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a published plan does not send and why, the dearest reason first. */
record NotSentWords(Path planFolder, Words words) {
    private static final int MOST_REASONS = 12;

    String text() {
        List<JsonNode> reasons = new ArrayList<>();
        PlanJson.of(planFolder).path("not_sent").forEach(reasons::add);
        reasons.sort(Comparator.comparingDouble(reason -> -forgone(reason)));
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-53s %18s %12s"
                        .formatted("Not sent, each offer on its own", "value forgone", "offers"));
        reasons.stream().limit(MOST_REASONS).map(this::line).forEach(lines::add);
        if (reasons.size() > MOST_REASONS) {
            lines.add(
                    "  and %,d more: see not_sent in plan.json"
                            .formatted(reasons.size() - MOST_REASONS));
        }
        return String.join("\n", lines);
    }

    private String line(JsonNode reason) {
        return "  %-51s %18s %12s"
                .formatted(
                        ReasonLabel.of(reason.path("reason").asText()),
                        words.amount(forgone(reason)),
                        "%,d".formatted(reason.path("sends").asLong()));
    }

    private static double forgone(JsonNode reason) {
        return reason.path("value_forgone").asDouble();
    }
}
