package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.answers.Words;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.planfolder.PlanDocumentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a published plan does not send and why, the dearest reason first. */
record NotSentWords(Path planFolder, Words words) {
    private static final int MOST_REASONS = 12;

    String text() {
        List<JsonNode> reasons = new ArrayList<>();
        PlanDocumentReader.of(planFolder).path("not_sent").forEach(reasons::add);
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
                        words(reason.path("reason").asText()),
                        words.amount(forgone(reason)),
                        "%,d".formatted(reason.path("sends").asLong()));
    }

    private static double forgone(JsonNode reason) {
        return reason.path("value_forgone").asDouble();
    }

    /** A reason of not_sent.csv for a table. */
    static String words(String reason) {
        return NotSent.of(reason).map(NotSentWords::words).orElse(reason);
    }

    private static String words(NotSent why) {
        return switch (why.code()) {
            case HOLDOUT -> "held out: " + why.rule();
            case NO_ADDRESS -> "no address";
            case NO_CONSENT -> "no consent";
            case SUPPRESSED -> "on a suppression list";
            case DUPLICATE_ADDRESS -> "address shared with another";
            case QUIET_HOURS -> "quiet hours";
            case EXPIRED -> "too late after quiet hours";
            case CAP -> "contact cap " + why.rule();
            case EXPLORATION -> "something else was drawn";
            case NEGATIVE_VALUE -> "worth nothing";
            case BUDGET -> "not worth the budget's price";
            case BELOW_PRICE -> "not worth the price of " + why.rule();
            case KEPT_FOR_LATER -> "kept for a later day of " + why.rule();
            case BETTER_CHOSEN -> "better chosen: " + why.rule();
        };
    }
}
