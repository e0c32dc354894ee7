package dev.marginal.uplift.learners;

import static dev.marginal.uplift.boosting.Objective.LOGISTIC;
import static dev.marginal.uplift.boosting.Objective.SQUARED_ERROR;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;

/**
 * Estimates uplift as the difference of two outcome models, one of the treated and one of the
 * control: {@code uplift_a(x) = m_a(x) − m_0(x)} (the T-learner of Künzel et al. 2019, <a
 * href="https://doi.org/10.1073/pnas.1804597116">doi:10.1073/pnas.1804597116</a>).
 *
 * <p>The plainest learner and a neighbour for the others: the noise of both models adds up, and
 * what they share does not cancel.
 */
final class TwoModelLearner implements ForestLearner {
    private final LearnerSettings settings;
    private final Execution execution;

    TwoModelLearner(LearnerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    @Override
    public String name() {
        return "t";
    }

    @Override
    public UpliftModel fit(CampaignHistory history) {
        ModelBuilder model = new ModelBuilder(name(), history, settings, execution);
        try (ArmRows control = model.rows(0)) {
            model.keep("baseline", control, control.gmv(), SQUARED_ERROR, settings.outcome());
        }
        for (int arm = 1; arm < history.arms(); arm++) {
            String treatment = history.armName(arm);
            try (ArmRows treated = model.rows(arm)) {
                model.keep(
                        "outcome." + treatment,
                        treated,
                        treated.gmv(),
                        SQUARED_ERROR,
                        settings.outcome());
                model.keep(
                        "order." + treatment,
                        treated,
                        treated.orders(),
                        LOGISTIC,
                        settings.order());
            }
        }
        return restore(model.parts());
    }

    @Override
    public UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, TwoModelLearner::combine, execution);
    }

    private static void combine(ModelParts parts, Predictions predicted, UpliftScores into) {
        predicted.copy("baseline", into.baseline());
        for (int t = 0; t < parts.treatments().size(); t++) {
            String treatment = parts.treatments().get(t);
            predicted.copy("order." + treatment, into.orderProbability()[t]);
            float[] control = predicted.of("baseline");
            float[] treated = predicted.of("outcome." + treatment);
            predicted.fill(into.uplift()[t], i -> treated[i] - control[i]);
        }
    }
}
