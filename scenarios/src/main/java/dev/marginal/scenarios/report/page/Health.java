package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.prose;

import dev.marginal.reports.Html;
import dev.marginal.reports.Section;
import java.util.ArrayList;
import java.util.List;

/** Whether the experiment was fair, and whether the audience is like its customers. */
record Health(PlanFacts facts) {
    Section section() {
        String evidence = facts.plan().path("forecast").path("evidence").asText("unknown");
        Lottery lottery = new Lottery(facts.plan().path("randomisation"));
        Drift drift = new Drift(facts.plan().path("drift"));
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(Html.words(Html.tag("strong", "Evidence: "), Headline.evidence(evidence))));
        parts.addAll(lottery.parts());
        parts.add(prose(drift.html()));
        return new Section(
                "health",
                "Can the experiment and the model be trusted?",
                "Evidence %s; lottery of the past campaign %s; %s."
                        .formatted(evidence, lottery.verdict(), drift.answer()),
                parts);
    }
}
