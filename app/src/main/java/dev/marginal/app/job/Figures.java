package dev.marginal.app.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan's {@code plan.json} says in figures.
 *
 * @param currency of value and spend
 * @param value what the plan adds up
 * @param gap to the proven bound, as a share
 * @param notSent how many sends were left out, by reason
 * @param warnings why its forecast, or what is measured by it, is not to be trusted
 */
public record Figures(
        String currency,
        double value,
        double spend,
        double gap,
        long sends,
        SortedMap<String, Long> notSent,
        List<String> warnings) {
    public Figures {
        notSent = Collections.unmodifiableSortedMap(new TreeMap<>(notSent));
        warnings = List.copyOf(warnings);
    }

    /** Reads them from a plan folder. */
    public static Figures of(Path folder) {
        JsonNode plan = PlanJson.of(folder);
        SortedMap<String, Long> notSent = new TreeMap<>();
        plan.path("not_sent")
                .forEach(
                        line ->
                                notSent.merge(
                                        line.path("reason").asText(),
                                        line.path("sends").asLong(),
                                        Long::sum));
        return new Figures(
                plan.path("currency").asText(),
                plan.path("value").asDouble(),
                plan.path("spend").asDouble(),
                plan.path("gap").asDouble(),
                plan.path("sends").asLong(),
                notSent,
                warnings(plan));
    }

    private static List<String> warnings(JsonNode plan) {
        List<String> warnings = new ArrayList<>();
        plan.path("forecast")
                .path("not_to_be_trusted_because")
                .forEach(
                        reason ->
                                warnings.add(
                                        "the forecast is not to be trusted: " + reason.asText()));
        plan.path("sample_ratios")
                .forEach(
                        ratio -> {
                            if (ratio.path("verdict").asText().equals("broken")) {
                                warnings.add(
                                        ratio.path("test").asText()
                                                + " did not come out as its share says");
                            }
                        });
        return warnings;
    }
}
