package dev.marginal.app.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.marginal.scenarios.whatif.Answer;
import java.util.List;

/**
 * A baseline, and scenarios with what they have more.
 *
 * @param asItIs the campaign as its file tells it, or the scenario to compare with
 */
public record WhatIfJson(
        String campaign,
        String currency,
        int customers,
        PlanJson asItIs,
        List<ScenarioJson> scenarios) {
    /**
     * One scenario.
     *
     * @param scenario its name
     * @param changes in words
     * @param plan its figures, which stand beside these keys
     * @param difference its figures less the baseline's
     */
    public record ScenarioJson(
            String scenario,
            String changes,
            @JsonUnwrapped PlanJson plan,
            DifferenceJson difference) {
        static ScenarioJson of(Answer answer, Answer baseline) {
            return new ScenarioJson(
                    answer.scenario().name(),
                    answer.scenario().words(),
                    PlanJson.of(answer),
                    DifferenceJson.of(answer.minus(baseline)));
        }
    }

    /** Answers beside the one that they are compared with. */
    public static WhatIfJson of(Answer baseline, List<Answer> answers) {
        return new WhatIfJson(
                baseline.brief().file().campaign(),
                baseline.brief().file().currency(),
                baseline.plan().offers().customers(),
                PlanJson.of(baseline),
                answers.stream().map(answer -> ScenarioJson.of(answer, baseline)).toList());
    }
}
