package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;

/**
 * Estimates uplift as what a joint outcome model, the mean of several bags, expects of a treatment
 * beyond the control: {@code uplift_a(x) = m(x, a) − m(x, 0)} (the S-learner of Künzel et al. 2019,
 * <a href="https://doi.org/10.1073/pnas.1804597116">doi:10.1073/pnas.1804597116</a>).
 *
 * <p>Steady, since arms share all they have in common; shrinks effects towards none.
 */
final class SLearner implements ForestLearner {
    private final LearnerSettings settings;
    private final Execution execution;

    SLearner(LearnerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    @Override
    public String name() {
        return "s";
    }

    @Override
    public UpliftModel fit(CampaignHistory history, GrownParts grown) {
        ModelBuilder model = new ModelBuilder(history, settings, execution, grown);
        JointOutcome.fit(model, settings.bags());
        CostModel.fit(model);
        return restore(model.parts(name()));
    }

    @Override
    public UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, JointOutcome::combine, execution);
    }
}
