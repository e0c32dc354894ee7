package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import dev.marginal.reports.Html;
import dev.marginal.reports.Section;
import java.util.ArrayList;
import java.util.List;

/** What others would have made of the same budget: as the model sees it, and as measured. */
record Beside(PlanFacts facts) {
    private static final String TITLE = "How much better is it than simpler plans?";

    Section section() {
        Neighbours neighbours = new Neighbours(facts);
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(Html.words(neighbours.words())));
        parts.add(picture(neighbours.chart()));
        MeasuredNeighbours measured = new MeasuredNeighbours(facts);
        if (measured.isThere()) {
            parts.add(prose(Html.words(measured.words())));
            parts.add(picture(measured.chart()));
        }
        if (facts.evaluation().isMissingNode()) {
            parts.add(
                    prose(
                            Html.words(
                                    "Nothing could be measured beside it: the model's evaluation is not in this folder.")));
            return new Section("beside", TITLE, "Nobody has measured it.", parts);
        }
        Policies policies = new Policies(facts);
        parts.add(prose(Html.words(policies.words())));
        parts.add(picture(policies.chart()));
        return new Section("beside", TITLE, policies.answer(), parts);
    }
}
