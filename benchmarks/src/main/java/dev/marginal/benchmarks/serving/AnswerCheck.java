package dev.marginal.benchmarks.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What every answer must be, whoever else asks meanwhile. */
final class AnswerCheck {
    private static final double ROUNDING = 1e-6;

    private AnswerCheck() {}

    /** What an answer breaks, in words: value beyond its bound, or use beyond a limit. */
    static List<String> broken(Given given) {
        List<String> broken = new ArrayList<>();
        JsonNode plan = Asking.json(given.body()).at("/scenarios/0");
        if (plan.isMissingNode()) {
            return List.of("no scenario in the answer");
        }
        if (beyond(plan.get("value").asDouble(), plan.get("bound").asDouble())) {
            broken.add(
                    "value %s beyond the bound %s".formatted(plan.get("value"), plan.get("bound")));
        }
        for (JsonNode limit : plan.get("limits")) {
            double use = limit.get("use").asDouble();
            if (limit.hasNonNull("at_most") && beyond(use, limit.get("at_most").asDouble())) {
                broken.add("use %s of %s".formatted(use, limit));
            }
            if (limit.hasNonNull("at_least") && beyond(limit.get("at_least").asDouble(), use)) {
                broken.add("use %s of %s".formatted(use, limit));
            }
        }
        return broken;
    }

    /** Whether two answers say the same; byte by byte unless one of them went on as a job. */
    static boolean same(Given one, Given other) {
        return one.late() || other.late()
                ? Asking.json(one.body()).equals(Asking.json(other.body()))
                : one.body().equals(other.body());
    }

    private static boolean beyond(double amount, double most) {
        return amount > most + ROUNDING * Math.max(1, Math.abs(most));
    }
}
