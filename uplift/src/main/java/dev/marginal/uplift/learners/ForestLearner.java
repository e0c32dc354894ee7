package dev.marginal.uplift.learners;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;

/** A learner whose models consist of forests, and can therefore be made from their parts again. */
interface ForestLearner extends UpliftLearner {
    @Override
    default UpliftModel fit(CampaignHistory history) {
        return fit(history, new GrownParts());
    }

    @Override
    UpliftModel fit(CampaignHistory history, GrownParts grown);

    /** The model that has these parts. */
    UpliftModel restore(ModelParts parts);
}
