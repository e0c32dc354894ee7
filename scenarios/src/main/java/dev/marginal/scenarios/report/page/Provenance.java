package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import java.util.ArrayList;
import java.util.List;

/** From what the plan was made, and by what. */
record Provenance(PlanFacts facts) {
    Section section() {
        return new Section(
                "provenance",
                "Where does it come from?",
                "Marginal %s, learner '%s', seed %s; %d files with their fingerprints."
                        .formatted(
                                made("marginal"),
                                made("learner"),
                                made("seed"),
                                facts.plan().path("files").size()),
                List.of(
                        prose(Html.words(words())),
                        prose(inputs()),
                        prose(Html.folded("The plan's files and their SHA-256", files())),
                        prose(
                                Html.note(
                                        "./marginal audit re-derives from these files what each send costs and is worth, every rule, the totals and the bound. Forecast, neighbours and other budgets rest on the model; they are not audited."))));
    }

    private String words() {
        JsonNode plan = facts.plan();
        return "Plan %s for %s, planned by Marginal %s with learner '%s', seed %s and XGBoost %s. The same inputs, date and folder give the same bytes."
                .formatted(
                        plan.path("plan").asText(),
                        plan.path("date").asText(),
                        made("marginal"),
                        made("learner"),
                        made("seed"),
                        made("xgboost"));
    }

    private String made(String key) {
        return facts.plan().path("made").path(key).asText();
    }

    private Html inputs() {
        JsonNode inputs = facts.plan().path("inputs");
        List<List<Object>> rows = new ArrayList<>();
        rows.add(file("campaign file", inputs.path("campaign_file")));
        rows.add(table("history", inputs.path("history")));
        rows.add(table("audience", inputs.path("audience")));
        if (inputs.has("future_value")) {
            rows.add(table("value of an order", inputs.path("future_value")));
        }
        if (inputs.has("lifecycle")) {
            rows.add(table("purchases", inputs.path("lifecycle")));
        }
        if (inputs.has("contacts")) {
            rows.add(file("contacts", inputs.path("contacts")));
        }
        inputs.path("log").forEach(log -> rows.add(file("send log", log)));
        return Html.table("Inputs", List.of("input", "file", "rows", "fingerprint"), rows, 4);
    }

    private static List<Object> file(String name, JsonNode file) {
        return List.of(name, file.path("path").asText(), "", code(file.path("sha256").asText()));
    }

    private static List<Object> table(String name, JsonNode table) {
        return List.of(
                name,
                table.path("source").asText(),
                Numbers.count(table.path("rows").asLong()),
                code(table.path("fingerprint").asText()));
    }

    private Html files() {
        List<List<Object>> rows = new ArrayList<>();
        facts.plan()
                .path("files")
                .properties()
                .forEach(file -> rows.add(List.of(file.getKey(), code(file.getValue().asText()))));
        return Html.table("Files of the plan", List.of("file", "SHA-256"), rows, 2);
    }

    private static Html code(String hash) {
        return Html.tag("code", hash);
    }
}
