package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.scenarios.OtherBudgets;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.storage.StoredModel;
import java.util.List;
import java.util.Optional;

/**
 * A plan and all that is told about it.
 *
 * @param file what was asked for, with the budget that the plan was given
 * @param audience who could be contacted
 * @param model what was learnt
 * @param drift how far the audience differs from the history
 * @param plan who gets what
 * @param forecast what the plan will earn
 * @param claims what the model itself expects of it
 * @param neighbours other ways to spend the budget, and the bound
 * @param budgets what other budgets would earn
 */
public record PlannedCampaign(
        CampaignFile file,
        Audience audience,
        StoredModel model,
        Drift drift,
        CampaignPlan plan,
        Forecast forecast,
        ModelClaims claims,
        List<Neighbour> neighbours,
        OtherBudgets budgets) {
    public PlannedCampaign {
        neighbours = List.copyOf(neighbours);
    }

    /** What the plan's value consists of; empty unless the objective counts later orders. */
    public Optional<ValueParts> parts() {
        return file.objective().countsFuture()
                ? audience.traits().future().map(all -> ValueParts.of(plan, file.offers(), all))
                : Optional.empty();
    }
}
