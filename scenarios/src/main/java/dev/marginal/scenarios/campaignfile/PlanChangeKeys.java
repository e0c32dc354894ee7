package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.changes.Given;
import dev.marginal.scenarios.whatif.changes.Keep;
import dev.marginal.scenarios.whatif.changes.StayNear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario makes of other plans.
 *
 * @param folder that their names start from
 */
record PlanChangeKeys(Section section, Path folder) {
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        section.optionalText("beside").ifPresent(plan -> changes.add(new Keep(path(plan))));
        near().ifPresent(changes::add);
        given().ifPresent(plan -> changes.add(new Given(path(plan))));
        if (section.has("given") && (section.has("beside") || section.has("near"))) {
            section.wrong(
                    "given",
                    section.scalarText("given"),
                    "is judged as it is, so that beside and near have no effect",
                    "Make two scenarios of them.");
        }
        return changes;
    }

    private Optional<Change> near() {
        if (!section.has("near")) {
            return Optional.empty();
        }
        Section near = section.section("near", "near: {plan: plans/yesterday, at_most: 0.1}");
        String plan = near.text("plan", "plan: plans/yesterday");
        Optional<Double> most = near.share("at_most").map(Number::doubleValue);
        if (!near.has("at_most")) {
            near.missing("at_most", "at_most: 0.1, the share of its sends that may change");
        }
        near.noOtherKeys();
        return most.map(share -> new StayNear(path(plan), share));
    }

    /** {@code given: plans/a}, or {@code given: {plan: plans/a}}. */
    private Optional<String> given() {
        if (!section.holdsKeys("given")) {
            return section.optionalText("given");
        }
        Section given = section.section("given", "given: {plan: plans/a}");
        String plan = given.text("plan", "plan: plans/a");
        given.noOtherKeys();
        return Optional.of(plan).filter(name -> !name.isEmpty());
    }

    private Path path(String plan) {
        return folder.resolve(plan).normalize();
    }
}
