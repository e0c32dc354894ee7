package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;

/**
 * Whose clock counts, as SQL: each customer's own, that of the column {@code zone}, or one for all.
 *
 * @param usual where a customer's own is unknown, and the project's
 * @param campaign the one of {@code zone: campaign}
 */
record Clock(String usual, String campaign) {
    /** The zone that a line of a file names; the customer's where it names none. */
    String zone(JsonNode line) {
        String word = line.path("zone").asText("customer");
        return switch (word) {
            case "customer" -> "coalesce(zone, %s)".formatted(project());
            case "campaign" -> Database.quote(campaign);
            default -> Database.quote(word);
        };
    }

    String project() {
        return Database.quote(usual);
    }

    /** What a clock shows at a second since 1970. */
    static String shows(String zone, String second) {
        return "timezone(%s, to_timestamp(%s))".formatted(zone, second);
    }

    /**
     * The second at which a clock shows a time: the first of two, or later by what it skips where
     * it never does.
     */
    static String second(String zone, String shown) {
        String latest = "timezone(%s, %s)".formatted(zone, shown);
        return "epoch(case when timezone(%1$s, %2$s - interval 1 hour) = %3$s then %2$s - interval 1 hour else %2$s end)::bigint"
                .formatted(zone, latest, shown);
    }
}
