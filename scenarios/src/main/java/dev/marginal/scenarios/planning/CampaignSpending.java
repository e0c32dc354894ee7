package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.Spending;
import java.util.Comparator;
import java.util.List;

/** What a campaign may spend on each customer, in the words of {@code uplift}. */
public final class CampaignSpending {
    /** What nobody offers cannot be bought. */
    private static final double OUT_OF_REACH = Double.POSITIVE_INFINITY;

    /** Below this margin no send is worth its cost, nearly. */
    private static final double LEAST_MARGIN = 1e-6;

    /** A budget of nothing still has to be above zero. */
    private static final double LEAST_BUDGET = 0.01;

    private CampaignSpending() {}

    /**
     * The budget divided by the audience, infinite where the campaign has none, and for each
     * treatment what the campaign itself pays for the cheapest offer tested as it: the one that
     * costs least when the customer orders. A treatment that no offer was tested as has an infinite
     * cost. For profit, a coin of cost has to bring 1 / margin of GMV.
     *
     * @param treatments of the history, in order
     * @param customers of the audience, at least one
     */
    public static Spending of(CampaignFile file, List<String> treatments, int customers) {
        Requires.positive(customers, "customers");
        double budget = file.budget().atMost().orElse(Double.POSITIVE_INFINITY);
        return new Spending(
                Math.max(budget, LEAST_BUDGET) / customers,
                treatments.stream().map(treatment -> costs(file.offers(), treatment)).toList(),
                leastReturn(file.objective()));
    }

    private static Spending.Costs costs(CampaignOffer offer) {
        return new Spending.Costs(
                offer.costPerSend() * offer.ownShare(),
                offer.costPerOrder() * offer.ownShare(),
                offer.ownShare());
    }

    private static double leastReturn(Objective objective) {
        return objective instanceof Objective.Profit profit
                ? 1 / Math.max(LEAST_MARGIN, profit.margin())
                : 0;
    }

    private static Spending.Costs costs(List<CampaignOffer> offers, String treatment) {
        return offers.stream()
                .filter(offer -> offer.treatment().equals(treatment))
                .min(
                        Comparator.comparingDouble(
                                        (CampaignOffer offer) ->
                                                offer.expectedCost(1) * offer.ownShare())
                                .thenComparingDouble(CampaignOffer::ownShare)
                                .thenComparingDouble(CampaignOffer::costPerSend))
                .map(CampaignSpending::costs)
                .orElse(new Spending.Costs(OUT_OF_REACH, 0));
    }
}
