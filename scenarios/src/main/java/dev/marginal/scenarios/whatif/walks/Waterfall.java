package dev.marginal.scenarios.whatif.walks;

import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What each change of a scenario does on top of those before it. The steps lead from the baseline
 * to the campaign as it is, and from there to the scenario, so that they add up to its difference;
 * what one change does depends on the changes before it.
 *
 * @param desk where the answer came from
 */
public record Waterfall(PlanningDesk desk) {
    /**
     * The plan after one more change.
     *
     * @param change in words
     * @param value in currency; empty where no plan keeps every rule until later changes are made
     * @param spend alike
     */
    public record Step(String change, OptionalDouble value, OptionalDouble spend) {}

    /**
     * A step for each change of an answer's scenario, in the order in which they are made.
     *
     * @param baseline what the answer is compared with; where that has changes of its own, the
     *     first step takes them back
     */
    public List<Step> of(Answer answer, Scenario baseline) {
        List<Change> changes = answer.scenario().changes();
        List<Step> steps = new ArrayList<>();
        if (!baseline.changes().isEmpty()) {
            steps.add(step("back from " + baseline.words(), List.of()));
        }
        for (int made = 1; made < changes.size(); made++) {
            steps.add(step(changes.get(made - 1).words(), changes.subList(0, made)));
        }
        if (!changes.isEmpty()) {
            steps.add(step(changes.get(changes.size() - 1).words(), answer));
        }
        return steps;
    }

    private Step step(String change, List<Change> made) {
        try {
            return step(change, desk.answer(new Scenario(change, made)));
        } catch (NoPlan notYet) {
            return new Step(change, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    private static Step step(String change, Answer answer) {
        return new Step(
                change,
                OptionalDouble.of(answer.plan().sends().value()),
                OptionalDouble.of(answer.plan().sends().spend()));
    }
}
