package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.audit.PlanDifference.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of the limits between two plans, by plan.json. */
record LimitChanges(JsonNode before, JsonNode now) {
    List<Limit> all() {
        Map<String, JsonNode> then = byName(before);
        Map<String, JsonNode> today = byName(now);
        List<Limit> limits = new ArrayList<>();
        today.forEach((name, limit) -> add(name, then.get(name), limit, limits));
        then.forEach(
                (name, limit) -> {
                    if (!today.containsKey(name)) {
                        add(name, limit, null, limits);
                    }
                });
        return limits;
    }

    static Map<String, JsonNode> byName(JsonNode plan) {
        Map<String, JsonNode> limits = new LinkedHashMap<>();
        plan.path("limits").forEach(limit -> limits.put(limit.path("limit").asText(), limit));
        return limits;
    }

    private static void add(String name, JsonNode then, JsonNode now, List<Limit> limits) {
        double before = price(then);
        double price = price(now);
        List<String> words = new ArrayList<>();
        if (then == null || now == null) {
            words.add(then == null ? "is new" : "is gone");
        } else {
            bound("at most", then.path("at_most"), now.path("at_most"), words);
            bound("at least", then.path("at_least"), now.path("at_least"), words);
        }
        binding(before, price, words);
        if (!words.isEmpty()) {
            limits.add(new Limit(name, before, price, String.join("; ", words)));
        }
    }

    private static void binding(double before, double price, List<String> words) {
        if (before == price || before * price != 0 && number(before).equals(number(price))) {
            return;
        }
        if (before == 0) {
            words.add("began to bind: its next unit earns " + number(price));
        } else if (price == 0) {
            words.add("ceased to bind: its next unit earned " + number(before));
        } else {
            words.add("its next unit earns %s, before %s".formatted(number(price), number(before)));
        }
    }

    private static void bound(String word, JsonNode then, JsonNode now, List<String> words) {
        if (!Objects.equals(then, now)) {
            words.add("%s %s, before %s".formatted(word, amount(now), amount(then)));
        }
    }

    private static String amount(JsonNode bound) {
        return bound.isNumber()
                ? String.format(Locale.ROOT, "%,.2f", bound.asDouble())
                : "any number";
    }

    /** What its next unit earns; 0 of a limit that is not there. */
    static double price(JsonNode limit) {
        return limit == null ? 0 : limit.path("price").asDouble();
    }

    static String number(double price) {
        return price == 0
                ? "0"
                : String.format(Locale.ROOT, Math.abs(price) < 0.1 ? "%.4f" : "%.2f", price);
    }
}
