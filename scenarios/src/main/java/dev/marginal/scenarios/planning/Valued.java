package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.storage.StoredModel;

/**
 * A campaign's customers, scored and valued, before anything is decided.
 *
 * @param file what was asked for
 * @param audience who could be contacted
 * @param model what was learnt
 * @param valuation turns uplift into money
 * @param scores what each treatment adds for each customer
 * @param offers the same in money
 */
public record Valued(
        CampaignFile file,
        Audience audience,
        StoredModel model,
        Valuation valuation,
        UpliftScores scores,
        OfferBook offers) {
    static Valued of(CampaignFile file, Audience audience, StoredModel model) {
        boolean atRisk = file.budget().confidence().isPresent();
        Valuation valuation = new Valuation(file.offers(), file.objective(), atRisk);
        UpliftScores scores = model.fit().model().score(audience.customers());
        return new Valued(
                file,
                audience,
                model,
                valuation,
                scores,
                valuation.value(scores, audience.traits()));
    }
}
