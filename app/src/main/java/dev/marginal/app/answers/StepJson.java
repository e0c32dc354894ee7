package dev.marginal.app.answers;

import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.walks.Waterfall;
import java.util.ArrayList;
import java.util.List;

/**
 * What one change does on top of those before it, in currency.
 *
 * @param change in words
 * @param value of the plan after it; missing where no plan keeps every rule before later changes
 * @param spend alike
 * @param adds the value less that of the last step that has one
 */
public record StepJson(String change, Double value, Double spend, Double adds) {
    /** Steps from the baseline on. */
    public static List<StepJson> of(List<Waterfall.Step> steps, Answer baseline) {
        List<StepJson> all = new ArrayList<>();
        double before = baseline.plan().sends().value();
        for (Waterfall.Step step : steps) {
            if (step.value().isPresent()) {
                double value = step.value().getAsDouble();
                double spend = step.spend().getAsDouble();
                all.add(new StepJson(step.change(), value, spend, value - before));
                before = value;
            } else {
                all.add(new StepJson(step.change(), null, null, null));
            }
        }
        return all;
    }
}
