package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.app.answers.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a published plan does not send and why, the dearest reason first. */
record NotSentWords(Path planFolder, Words words) {
    private static final int MOST_REASONS = 12;

    String text() {
        List<JsonNode> reasons = new ArrayList<>();
        read().path("not_sent").forEach(reasons::add);
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
        int colon = reason.indexOf(':');
        String code = colon < 0 ? reason : reason.substring(0, colon);
        String rule = colon < 0 ? "" : reason.substring(colon + 1);
        return switch (code) {
            case "holdout" -> "held out: " + rule;
            case "no_address" -> "no address";
            case "no_consent" -> "no consent";
            case "suppressed" -> "on a suppression list";
            case "duplicate_address" -> "address shared with another";
            case "quiet_hours" -> "quiet hours";
            case "expired" -> "too late after quiet hours";
            case "cap" -> "contact cap " + rule;
            case "exploration" -> "something else was drawn";
            case "negative_value" -> "worth nothing";
            case "budget" -> "not worth the budget's price";
            case "below_price" -> "not worth the price of " + rule;
            case "kept_for_later" -> "kept for a later day of " + rule;
            case "better_chosen" -> "better chosen: " + rule;
            default -> reason;
        };
    }

    private JsonNode read() {
        try {
            return new ObjectMapper().readTree(planFolder.resolve("plan.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
