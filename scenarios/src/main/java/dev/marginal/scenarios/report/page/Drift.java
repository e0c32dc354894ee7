package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import java.util.List;

/**
 * Whether the audience is like the customers of the past campaign.
 *
 * @param json the plan's drift; missing where the plan does not say
 */
record Drift(JsonNode json) {
    /** In half a sentence. */
    String answer() {
        if (json.isMissingNode()) {
            return "likeness of the audience unknown";
        }
        int moved = json.path("moved").size();
        return moved == 0
                ? "the audience is like its customers"
                : "the audience is unlike its customers in %d of %d features"
                        .formatted(moved, json.path("features").asInt());
    }

    Html html() {
        if (json.isMissingNode()) {
            return Html.words(
                    "The plan does not say whether the audience is like the customers of the past campaign.");
        }
        List<JsonNode> moved = Told.all(json.path("moved"));
        if (moved.isEmpty()) {
            return Html.words(
                    Html.tag("strong", "Audience: "),
                    "like the customers of the past campaign in all %d features."
                            .formatted(json.path("features").asInt()));
        }
        return Html.all(
                List.of(
                        Html.words(
                                Html.tag("strong", "Audience: "),
                                "unlike the customers of the past campaign in %d of %d features; there the forecast rests on likeness that is not given."
                                        .formatted(moved.size(), json.path("features").asInt())),
                        Html.table(
                                "Features in which the audience has moved",
                                List.of(
                                        "feature",
                                        "reading",
                                        "stability index",
                                        "missing",
                                        "missing before"),
                                moved.stream().map(Drift::row).toList(),
                                2)));
    }

    private static List<String> row(JsonNode moved) {
        return List.of(
                moved.path("feature").asText(),
                moved.path("reading").asText()
                        + (moved.has("fault") ? ", " + moved.path("fault").asText() : ""),
                Numbers.fixed(Told.number(moved.path("stability_index"))),
                Numbers.percent(moved.path("missing").asDouble()),
                Numbers.percent(moved.path("missing_in_history").asDouble()));
    }
}
