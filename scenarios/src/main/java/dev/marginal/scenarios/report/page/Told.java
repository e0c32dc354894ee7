package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads numbers, words and intervals from JSON that our own writers wrote. */
final class Told {
    private Told() {}

    /** A number; {@code NaN} where there is none. */
    static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isTextual() && node.asText().matches("NaN|-?Infinity")
                ? Double.parseDouble(node.asText())
                : Double.NaN;
    }

    /** An interval; empty where the estimate or one of its ends is unknown. */
    static Optional<Interval> interval(JsonNode node) {
        double estimate = number(node.path("estimate"));
        double low = number(node.path("low"));
        double high = number(node.path("high"));
        boolean known = Double.isFinite(estimate) && Double.isFinite(low) && Double.isFinite(high);
        return known ? Optional.of(new Interval(estimate, low, high)) : Optional.empty();
    }

    /** The entries of an array; none where it is missing. */
    static List<JsonNode> all(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    /** The words of an array. */
    static List<String> words(JsonNode array) {
        return all(array).stream().map(JsonNode::asText).toList();
    }
}
