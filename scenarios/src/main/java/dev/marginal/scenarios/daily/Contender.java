package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.holdout.Draws;
import java.util.List;

/**
 * A campaign in a plan of several.
 *
 * @param campaign whose
 * @param open its book with closed gates, and nothing for those who explore: they have their draws
 * @param drawn what the draws cost, in currency
 */
record Contender(CampaignDay campaign, OfferBook open, double drawn) {
    static Contender of(CampaignDay campaign, Gates gates, Draws draws) {
        OfferBook own = campaign.valued().offers();
        OfferBook open = OpenBook.of(own, gates, List.of());
        for (int customer : draws.explorers()) {
            for (float[] values : open.value()) {
                values[customer] = Float.NaN;
            }
        }
        return new Contender(campaign, open, Explorers.cost(own, draws));
    }

    /** What a budget leaves beside the draws, in currency; infinite for no budget. */
    double left(Budget budget) {
        return left(budget.atMost().orElse(Double.POSITIVE_INFINITY));
    }

    /** The same of an amount. */
    double left(double amount) {
        return Math.max(0, amount - drawn);
    }
}
