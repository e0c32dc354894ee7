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
     * @param waterfall what each change does on top of those before it; empty unless asked for
     */
    public record ScenarioJson(
            String scenario,
            String changes,
            @JsonUnwrapped PlanJson plan,
            DifferenceJson difference,
            List<StepJson> waterfall) {
        /** An answer beside another one. */
        public static ScenarioJson of(Told told, Answer baseline) {
            Answer answer = told.answer();
            return new ScenarioJson(
                    answer.scenario().name(),
                    answer.scenario().words(),
                    PlanJson.of(told),
                    DifferenceJson.of(answer, baseline),
                    StepJson.of(told.steps(), baseline));
        }
    }

    /** Answers beside the one that they are compared with. */
    public static WhatIfJson of(Answer baseline, List<Answer> answers) {
        return of(new Told(baseline), answers.stream().map(Told::new).toList());
    }

    /** Answers, with all that is told of them, beside the one that they are compared with. */
    public static WhatIfJson of(Told told, List<Told> answers) {
        Answer baseline = told.answer();
        return of(
                baseline,
                PlanJson.of(told),
                answers.stream().map(answer -> ScenarioJson.of(answer, baseline)).toList());
    }

    /** The same where the baseline's figures are known already. */
    public static WhatIfJson of(Answer baseline, PlanJson figures, List<ScenarioJson> scenarios) {
        return new WhatIfJson(
                baseline.brief().file().campaign(),
                baseline.brief().file().currency(),
                baseline.plan().offers().customers(),
                figures,
                scenarios);
    }
}
