package dev.marginal.uplift.learners;

import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;

/** A learner whose models consist of forests, and can therefore be made from their parts again. */
interface ForestLearner extends UpliftLearner {
    /** The model that has these parts. */
    UpliftModel restore(ModelParts parts);
}
