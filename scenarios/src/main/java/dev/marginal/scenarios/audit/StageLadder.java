package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of stages as the campaign file has them; where it is silent, the usual numbers.
 *
 * @param rules what stands under {@code stages}; missing where nothing does
 */
record StageLadder(JsonNode rules) {
    /** P(alive) is computed in another way than the planner's. */
    private static final double ROUNDING = 1e-6;

    /** Whether a customer may be in a stage; whoever is on the brink may be on either side. */
    boolean allows(String stage, long x, long recency, long age, double alive) {
        return stage.equals(of(x, age - recency, age, alive - ROUNDING))
                || stage.equals(of(x, age - recency, age, alive + ROUNDING));
    }

    private String of(long x, long silence, long age, double alive) {
        if (age <= number("new", "first_purchase_within_days", 30)) {
            return "new";
        }
        if (holds("lost", 0.1, 365, alive, silence)) {
            return "lost";
        }
        if (holds("dormant", 0.4, 180, alive, silence)) {
            return "dormant";
        }
        if (holds("at risk", 0.7, 90, alive, silence)) {
            return "at risk";
        }
        return x >= number("loyal", "repeat_purchases", 3) ? "loyal" : "active";
    }

    private boolean holds(String stage, double below, double days, double alive, long silence) {
        return alive < number(stage, "p_alive_below", below)
                || silence >= number(stage, "silent_days", days);
    }

    private double number(String stage, String key, double usual) {
        JsonNode number = rules.path(stage).path(key);
        return number.isMissingNode()
                ? usual
                : Double.parseDouble(number.asText().replace("_", ""));
    }
}
