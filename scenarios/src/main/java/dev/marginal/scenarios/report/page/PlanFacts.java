package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        if (!Files.isRegularFile(folder.resolve("plan.json"))) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a plan folder: it has no plan.json",
                            "Give a folder that ./marginal plan wrote, such as plans/first-plan-2026-11-21."));
        }
        return of(read(folder.resolve("plan.json")), folder);
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
                read(folder.resolve(KEPT)),
                read(folder.resolve("model/evaluation.json")),
                read(folder.resolve("model/inspection.json")));
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

    /** What the objective adds up, in words. */
    String objective() {
        return isProfit() ? "profit" : countsFuture() ? "GMV and future" : "incremental GMV";
    }

    private static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new BadInput(
                    Problem.of(
                            file.toString(),
                            "is not the JSON that was written there",
                            "Make the plan again."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
