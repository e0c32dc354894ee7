package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other budgets would earn. */
record Budgets(PlanFacts facts) {
    private static final String TITLE = "What would other budgets earn?";

    Section section() {
        List<JsonNode> points = points();
        List<Section.Part> parts = new ArrayList<>();
        if (points.isEmpty()) {
            parts.add(
                    prose(
                            Html.words(
                                    "This plan's folder does not say: it has no report.json, which later versions write. ./marginal frontier tells it from the campaign file.")));
            return new Section("budgets", TITLE, "This folder does not say.", parts);
        }
        parts.add(prose(Html.words(next(), most(), evenAt(points))));
        if (points.size() > 1) {
            parts.add(picture(new BudgetCurve(facts, points, own(), plateau()).chart()));
        }
        note(points.size() - 1).ifPresent(note -> parts.add(prose(Html.note(note))));
        return new Section("budgets", TITLE, answer(), parts);
    }

    private List<JsonNode> points() {
        return Told.all(facts.more().path("budgets").path("points"));
    }

    private double plateau() {
        return facts.more().path("budgets").path("plateau").asDouble();
    }

    private String answer() {
        double price = own().path("price").asDouble();
        return price > 0
                ? "The next %s earns %s of %s, as the model sees it."
                        .formatted(facts.currency(), Numbers.fixed(price), facts.objective())
                : "A larger budget would earn nothing more.";
    }

    private String next() {
        JsonNode own = own();
        double price = own.path("price").asDouble();
        return price > 0
                ? "At this plan's budget of %s, the next %s earns %s of %s, as the model sees it."
                        .formatted(
                                facts.figures().money(own.path("budget").asDouble()),
                                facts.currency(),
                                Numbers.fixed(price),
                                facts.objective())
                : "At this plan's spend of %s, a larger budget would earn nothing more."
                        .formatted(facts.figures().money(own.path("spend").asDouble()));
    }

    private String most() {
        return own().path("price").asDouble() > 0
                ? " Nothing more is earned beyond a budget of %s."
                        .formatted(facts.figures().money(plateau()))
                : "";
    }

    /** Where prices cross one, between two budgets that were planned. */
    private String evenAt(List<JsonNode> points) {
        if (!facts.isGmv()) {
            return "";
        }
        for (int point = 1; point < points.size(); point++) {
            double before = points.get(point - 1).path("price").asDouble();
            double after = points.get(point).path("price").asDouble();
            if (before >= 1 && after < 1) {
                return " Somewhere between %s and %s the next %s stops earning itself back in GMV."
                        .formatted(
                                facts.figures()
                                        .money(points.get(point - 1).path("budget").asDouble()),
                                facts.figures().money(points.get(point).path("budget").asDouble()),
                                facts.currency());
            }
        }
        return "";
    }

    private JsonNode own() {
        return points().stream()
                .filter(one -> one.path("own").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    /** Empty where there is nothing to read rightly. */
    private Optional<String> note(int others) {
        List<String> notes = new ArrayList<>();
        if (others > 0) {
            notes.add(
                    "Each dot is a plan of its own under the same rules: this one and %d more. Lines between them are drawn straight."
                            .formatted(others));
            if (facts.isGmv()) {
                notes.add(
                        "GMV is what customers pay, not what is left of it: at a margin of 30 %%, a %s has to earn 3.33 of GMV to come back."
                                .formatted(facts.currency()));
            }
        }
        JsonNode tooLittle = facts.more().path("budgets").path("too_little");
        if (!tooLittle.isMissingNode()) {
            notes.add(
                    "At %s no plan keeps every rule; smaller budgets were not tried."
                            .formatted(facts.figures().money(tooLittle.asDouble())));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }
}
