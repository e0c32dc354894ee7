package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;

/**
 * A plan with what it was asked to keep, as other plans for the same customers are held against it.
 *
 * @param forecast of the plan
 * @param forecaster measures the others on the same rows
 * @param kinds of the customers, as the rules tell them apart
 */
record Decision(
        Valued valued,
        CampaignPlan plan,
        Forecast forecast,
        Budget budget,
        Rules rules,
        Pins pins,
        Forecaster forecaster,
        CustomerKinds kinds) {
    static Decision of(Valued valued, CampaignPlan plan, Budget budget, Rules rules, Pins pins) {
        return new Decision(
                valued,
                plan,
                valued.forecast(plan, rules, pins),
                budget,
                rules,
                pins,
                Forecaster.of(valued),
                CustomerKinds.of(plan.offers(), rules));
    }

    /** What another plan by prices, under the same rules, will earn. */
    Forecast forecast(CampaignPlan other) {
        return forecaster.forecast(other, rules, pins, kinds);
    }
}
