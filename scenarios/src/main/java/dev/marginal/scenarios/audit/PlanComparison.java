package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.audit.PlanDifference.Part;
import dev.marginal.scenarios.audit.PlanDifference.Side;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays two published plans side by side, by their folders alone. */
public final class PlanComparison {
    private final FoundPlan before;
    private final FoundPlan now;

    private PlanComparison(FoundPlan before, FoundPlan now) {
        this.before = before;
        this.now = now;
    }

    /**
     * What the plan in {@code now} has more than the one in {@code before}.
     *
     * @throws BadInput if a folder is no plan folder, the plans are in different currencies, or an
     *     audience is gone although a rule asks for it
     */
    public static PlanDifference between(Path before, Path now, Execution execution) {
        return new PlanComparison(FoundPlan.in(before), FoundPlan.in(now)).difference(execution);
    }

    private PlanDifference difference(Execution execution) {
        requireOneCurrency();
        List<PlanDifference.Limit> limits = new LimitChanges(before.json(), now.json()).all();
        try (Database database = Database.over(home(), execution)) {
            ComparedTables tables = new ComparedTables(database, before, now);
            tables.load();
            return new PlanDifference(
                    side(before),
                    side(now),
                    parts("channel"),
                    parts("offer"),
                    tables.segments(),
                    new PlanMoves(database, before, now).all(),
                    limits,
                    new InputChanges(before.json(), now.json()).all());
        }
    }

    private void requireOneCurrency() {
        String then = before.json().path("currency").asText();
        String today = now.json().path("currency").asText();
        if (!then.equals(today)) {
            throw new BadInput(
                    Problem.of(
                            now.folder().toString(),
                            "is in %s, but %s is in %s".formatted(today, before.folder(), then),
                            "Compare plans in one currency."));
        }
    }

    private Path home() {
        Path home = now.campaignFolder();
        return Files.isDirectory(home) ? home : now.folder();
    }

    private static Side side(FoundPlan plan) {
        JsonNode json = plan.json();
        JsonNode measured = json.path("forecast").path("incremental_gmv");
        return new Side(
                plan.folder().toString(),
                json.path("campaign").asText(),
                json.path("date").asText(),
                json.path("currency").asText(),
                json.path("inputs").path("audience").path("rows").asLong(),
                json.path("value").asDouble(),
                json.path("value_parts").path("future_value").asDouble(Double.NaN),
                json.path("spend").asDouble(),
                json.path("co_funding").asDouble(),
                json.path("sends").asLong(),
                measured.path("estimate").asDouble(Double.NaN),
                measured.path("low").asDouble(Double.NaN),
                measured.path("high").asDouble(Double.NaN));
    }

    /** Of plan.json's offers, summed by a key, those that differ. */
    private List<Part> parts(String key) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        add(before.json(), key, 0, sums);
        add(now.json(), key, 3, sums);
        List<Part> parts = new ArrayList<>();
        sums.forEach(
                (name, sum) -> {
                    Part part =
                            new Part(
                                    name,
                                    (long) sum[0],
                                    (long) sum[3],
                                    micros(sum[4] - sum[1]),
                                    micros(sum[5] - sum[2]));
                    if (part.sends() != part.sendsBefore()
                            || part.value() != 0
                            || part.spend() != 0) {
                        parts.add(part);
                    }
                });
        return parts;
    }

    private static void add(JsonNode json, String key, int at, Map<String, double[]> sums) {
        for (JsonNode offer : json.path("offers")) {
            double[] sum = sums.computeIfAbsent(offer.path(key).asText(), any -> new double[6]);
            sum[at] += offer.path("sends").asLong();
            sum[at + 1] += offer.path("value").asDouble();
            sum[at + 2] += offer.path("spend").asDouble();
        }
    }

    private static double micros(double amount) {
        return Math.rint(amount * 1e6) / 1e6;
    }
}
