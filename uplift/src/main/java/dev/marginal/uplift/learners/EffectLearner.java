package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;

/**
 * A learner with models of the effect itself, which act on a joint outcome model.
 *
 * <p>Under a hurdle the effect is one on P(order): with the control's p_0, the joint model's basket
 * m_a and an effect Δp_a, the uplift is {@code (p_0 + Δp_a) m_a − p_0 m_0}, so that the noise of
 * baskets stays out of the effect. Else the effect is one on GMV.
 */
abstract class EffectLearner implements ForestLearner {
    private final LearnerSettings settings;
    private final Execution execution;

    EffectLearner(LearnerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    /** How many joint models are averaged. */
    int bags() {
        return 1;
    }

    /** How far the effect models' word counts against the joint model's own, in (0, 1]. */
    double share() {
        return 1;
    }

    /**
     * Refuses a history that the effects cannot be learnt from.
     *
     * @throws IllegalArgumentException saying why
     */
    void check(CampaignHistory history) {}

    /** Keeps the models of the effects on the signal. */
    abstract void fitEffects(ModelBuilder model, Signal signal);

    /** What they say of a treatment's effect on a batch of customers. */
    abstract float[] effect(ModelParts parts, Predictions predicted, String treatment);

    @Override
    public final UpliftModel fit(CampaignHistory history, GrownParts grown) {
        ModelBuilder model = new ModelBuilder(history, settings, execution, grown);
        check(history);
        JointOutcome.fit(model, bags());
        fitEffects(model, Signal.of(model));
        CostModel.fit(model);
        return restore(model.parts(name()));
    }

    @Override
    public final UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, this::combine, execution);
    }

    private ArmValues combine(ModelParts parts, Predictions predicted) {
        ArmValues values = JointOutcome.combine(parts, predicted);
        for (int t = 0; t < parts.treatments().size(); t++) {
            values.move(t + 1, effect(parts, predicted, parts.treatments().get(t)), share());
        }
        return values;
    }
}
