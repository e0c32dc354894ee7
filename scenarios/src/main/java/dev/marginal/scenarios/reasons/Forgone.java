package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.UpliftScores;

/** What a send would have been worth: as the book says, or would say were the gate open. */
final class Forgone {
    private final UpliftScores scores;
    private final Valuation valuation;
    private final Traits traits;
    private final int[] treatments;

    Forgone(CampaignPlan plan, Valuation valuation, Traits traits) {
        this.scores = plan.scores();
        this.valuation = valuation;
        this.traits = traits;
        this.treatments = CampaignOffer.treatmentsIn(scores, valuation.offers());
    }

    /** In micro-units; nothing where it is below zero. */
    long micros(int offer, int customer) {
        double value =
                valuation.value(
                        valuation.offers().get(offer), treatments[offer], customer, scores, traits);
        return Math.max(0, OfferBook.micros((float) value));
    }
}
