package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What those who move use more of each limit whose price is not the same, by the table {@code
 * moved_sends}; in sends, money or amounts as the plan counts them that has the limit, the later
 * one if both do.
 */
record MovedUse(Database database, FoundPlan before, FoundPlan now) {
    private static final String SQL =
            """
            select a, b, sum(if(side = 1, 1, -1) * %1$s) as used
            from moved_sends join book_%2$s using (customer, offer) join customers_%2$s using (customer)
            where offer in (%3$s) and %4$s
            group by a, b""";

    List<LimitCharge> all() {
        Map<String, JsonNode> then = LimitChanges.byName(before.json());
        Map<String, JsonNode> today = LimitChanges.byName(now.json());
        Map<String, JsonNode> all = new LinkedHashMap<>(then);
        all.putAll(today);
        return all.entrySet().stream()
                .filter(
                        one ->
                                LimitChanges.price(then.get(one.getKey()))
                                        != LimitChanges.price(today.get(one.getKey())))
                .map(
                        one ->
                                new LimitCharge(
                                        one.getKey(),
                                        LimitChanges.price(then.get(one.getKey())),
                                        LimitChanges.price(today.get(one.getKey())),
                                        today.containsKey(one.getKey())
                                                ? use(one.getValue(), now, "now")
                                                : use(one.getValue(), before, "before")))
                .toList();
    }

    private Map<LimitCharge.Way, Double> use(JsonNode limit, FoundPlan plan, String side) {
        AuditTables tables = new AuditTables(database, plan.words());
        Map<LimitCharge.Way, Double> use = new HashMap<>();
        for (SharedClaim.Part part : PlanPrices.parts(limit)) {
            String sql =
                    SQL.formatted(
                            unit(part.charge(), tables),
                            side,
                            AuditTables.listed(part.offers()),
                            tables.dimensions().holds(part.where()));
            for (Map<String, Object> row : database.rows(sql)) {
                use.merge(
                        new LimitCharge.Way(row.get("a").toString(), row.get("b").toString()),
                        part.weight().doubleValue() * ((Number) row.get("used")).doubleValue(),
                        Double::sum);
            }
        }
        return use;
    }

    private static String unit(String charge, AuditTables tables) {
        return switch (charge) {
            case "sends" -> "1";
            case "cost", "value" -> charge + "_micros / 1e6";
            default -> "m%d / 1e6".formatted(tables.amounts().indexOf(charge));
        };
    }
}
