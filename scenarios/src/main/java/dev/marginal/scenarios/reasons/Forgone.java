package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.UpliftScores;

/** What a send would have been worth: as the book says, or would say were the gate open. */
final class Forgone {
    private final UpliftScores scores;
    private final Valuation valuation;
    private final int[] treatments;

    Forgone(CampaignPlan plan, Valuation valuation) {
        this.scores = plan.scores();
        this.valuation = valuation;
        this.treatments = CampaignOffer.treatmentsIn(scores, valuation.offers());
    }

    /** In micro-units; nothing where it is below zero. */
    long micros(int offer, int customer) {
        int treatment = treatments[offer];
        double cost = valuation.offers().get(offer).expectedCost(scores, treatment, customer);
        double uplift = scores.uplift()[treatment][customer];
        return Math.max(0, OfferBook.micros((float) valuation.objective().value(uplift, cost)));
    }
}
