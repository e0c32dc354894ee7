package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.tables.BadInput;
import java.nio.file.Path;

/**
 * All that a report is written from. What a folder of an earlier version does not hold is missing,
 * and the report says so.
 *
 * @param plan {@code plan.json}, without the report among its files
 * @param more {@code report.json}
 * @param evaluation of the model
 * @param inspection of the model
 */
public record PlanFacts(JsonNode plan, JsonNode more, JsonNode evaluation, JsonNode inspection) {
    /** The name of the report in a plan's folder. */
    public static final String REPORT = "report.html";

    /** The name of what it keeps there beside {@code plan.json}. */
    public static final String KEPT = "report.json";

    /**
     * Those of a published plan.
     *
     * @throws BadInput if the folder is not a plan folder, or one of these files is no JSON
     */
    public static PlanFacts of(Path folder) {
        return of(PlanJson.of(folder), folder);
    }

    /**
     * Those of a plan that is being written.
     *
     * @param plan as {@code plan.json} will say it
     * @param folder with all other files
     */
    public static PlanFacts of(JsonNode plan, Path folder) {
        if (plan.path("files") instanceof ObjectNode files) {
            files.remove(REPORT);
        }
        return new PlanFacts(
                plan,
                PlanJson.in(folder.resolve(KEPT)),
                PlanJson.in(folder.resolve("model/evaluation.json")),
                PlanJson.in(folder.resolve("model/inspection.json")));
    }

    String currency() {
        return plan.path("currency").asText();
    }

    Figures figures() {
        return new Figures(currency());
    }

    /** Whether the objective is profit. */
    boolean isProfit() {
        return plan.path("objective").asText().startsWith("profit");
    }

    /** Whether the objective counts later orders. */
    boolean countsFuture() {
        return plan.has("value_parts");
    }

    /** Whether the objective is incremental GMV and nothing else. */
    boolean isGmv() {
        return !isProfit() && !countsFuture();
    }

    /** Of a campaign for profit, the share of GMV that remains before what is sent costs. */
    double margin() {
        return Double.parseDouble(
                plan.path("objective").asText().replaceFirst("profit, margin ", ""));
    }

    /** What the objective adds up, in words. */
    String objective() {
        return isProfit() ? "profit" : countsFuture() ? "GMV and future" : "incremental GMV";
    }
}
