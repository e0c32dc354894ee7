package dev.marginal.scenarios;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;

/**
 * One campaign, ready to be planned.
 *
 * @param model knows what each treatment adds
 * @param customers the audience
 * @param traits what rules want to know of them beside
 * @param valuation turns uplift into money
 * @param budget the most to spend
 * @param rules what every plan keeps
 */
public record Campaign(
        UpliftModel model,
        Customers customers,
        Traits traits,
        Valuation valuation,
        Budget budget,
        Rules rules) {
    /** Decides who gets what: the whole pipeline, from features to sends. */
    public CampaignPlan plan(Allocator allocator) {
        UpliftScores scores = model.score(customers);
        OfferBook offers = valuation.value(scores, traits);
        SendPlan sends = allocator.allocate(offers, budget, rules);
        return new CampaignPlan(scores, offers, sends);
    }
}
