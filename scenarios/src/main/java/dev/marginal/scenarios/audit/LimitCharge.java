package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much the change of a limit's price speaks for a move, in currency over all who move: what the
 * move uses more of the limit, times how much cheaper that got.
 *
 * @param speaks at least 0; 0 where no price speaks for it
 */
record LimitCharge(String limit, double before, double now, double speaks) {
    /** Of all limits whose use these figures tell, the one that speaks most. */
    static LimitCharge dearest(JsonNode before, JsonNode now, MoveFigures figures) {
        Map<String, JsonNode> limits = new LinkedHashMap<>();
        Map<String, double[]> prices = new LinkedHashMap<>();
        add(before, 0, limits, prices);
        add(now, 1, limits, prices);
        LimitCharge dearest = new LimitCharge("", 0, 0, 0);
        for (Map.Entry<String, double[]> one : prices.entrySet()) {
            double use = use(limits.get(one.getKey()), figures);
            double speaks = use * (one.getValue()[0] - one.getValue()[1]);
            if (speaks > dearest.speaks()) {
                dearest =
                        new LimitCharge(one.getKey(), one.getValue()[0], one.getValue()[1], speaks);
            }
        }
        return dearest;
    }

    private static void add(
            JsonNode plan, int side, Map<String, JsonNode> limits, Map<String, double[]> prices) {
        for (JsonNode limit : plan.path("limits")) {
            String name = limit.path("limit").asText();
            limits.put(name, limit);
            prices.computeIfAbsent(name, any -> new double[2])[side] =
                    limit.path("price").asDouble();
        }
    }

    /**
     * A limit of some customers only may count fewer than all who move: it is taken to count all.
     */
    private static double use(JsonNode limit, MoveFigures figures) {
        List<String> offers = new ArrayList<>();
        limit.path("offers").forEach(offer -> offers.add(offer.asText()));
        long counted = count(figures.added(), offers) - count(figures.removed(), offers);
        return switch (limit.path("charge").asText()) {
            case "sends" -> (double) counted * figures.customers();
            case "cost" -> isOfAll(figures, offers) ? figures.cost() : 0;
            case "value" -> isOfAll(figures, offers) ? figures.gain() : 0;
            default -> 0;
        };
    }

    private static long count(List<String> moved, List<String> offers) {
        return moved.stream().filter(offer -> offers.isEmpty() || offers.contains(offer)).count();
    }

    private static boolean isOfAll(MoveFigures figures, List<String> offers) {
        return count(figures.added(), offers) == figures.added().size()
                && count(figures.removed(), offers) == figures.removed().size();
    }
}
