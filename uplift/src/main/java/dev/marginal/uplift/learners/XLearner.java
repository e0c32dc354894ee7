package dev.marginal.uplift.learners;

import static dev.marginal.uplift.boosting.Objective.LOGISTIC;
import static dev.marginal.uplift.boosting.Objective.SQUARED_ERROR;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.boosting.Forest;

/**
 * Estimates uplift with outcome models whose residuals teach effect models of their own, so that
 * the effect may be much simpler than the outcome.
 *
 * <p>For a treated customer the imputed effect is {@code D¹ = Y − m_0(x)}, for a control customer
 * {@code D⁰ = m_a(x) − Y}; each set of imputed effects trains an effect model, and {@code uplift_a
 * = g τ⁰_a + (1 − g) τ¹_a}, where g is the treated share among treated and control (Künzel, Sekhon,
 * Bickel and Yu 2019, <a
 * href="https://doi.org/10.1073/pnas.1804597116">doi:10.1073/pnas.1804597116</a>). No model ever
 * imputes a row that it was fitted on.
 */
final class XLearner implements ForestLearner {
    private final LearnerSettings settings;
    private final Execution execution;

    XLearner(LearnerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public UpliftModel fit(CampaignHistory history) {
        ModelBuilder model = new ModelBuilder(name(), history, settings, execution);
        try (ArmRows control = model.rows(0)) {
            Forest baseline =
                    model.keep(
                            "baseline", control, control.gmv(), SQUARED_ERROR, settings.outcome());
            for (int arm = 1; arm < history.arms(); arm++) {
                try (ArmRows treated = model.rows(arm)) {
                    fit(model, history.armName(arm), control, treated, baseline);
                }
            }
        }
        return restore(model.parts());
    }

    private void fit(
            ModelBuilder model,
            String treatment,
            ArmRows control,
            ArmRows treated,
            Forest baseline) {
        model.keep("order." + treatment, treated, treated.orders(), LOGISTIC, settings.order());
        Forest outcome =
                model.grow(
                        "outcome." + treatment,
                        treated,
                        treated.gmv(),
                        SQUARED_ERROR,
                        settings.outcome());
        float[] ofTreated = minus(treated.gmv(), treated.predict(baseline));
        float[] ofControl = minus(control.predict(outcome), control.gmv());
        model.keep(
                "effect.treated." + treatment,
                treated,
                ofTreated,
                SQUARED_ERROR,
                settings.effect());
        model.keep(
                "effect.control." + treatment,
                control,
                ofControl,
                SQUARED_ERROR,
                settings.effect());
        double share = treated.weights() / (treated.weights() + control.weights());
        model.keep("share." + treatment, share);
    }

    @Override
    public UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, XLearner::combine, execution);
    }

    private static void combine(ModelParts parts, Predictions predicted, UpliftScores into) {
        predicted.copy("baseline", into.baseline());
        for (int t = 0; t < parts.treatments().size(); t++) {
            String treatment = parts.treatments().get(t);
            predicted.copy("order." + treatment, into.orderProbability()[t]);
            double share = parts.constants().get("share." + treatment);
            float[] treated = predicted.of("effect.treated." + treatment);
            float[] control = predicted.of("effect.control." + treatment);
            predicted.fill(into.uplift()[t], i -> share * control[i] + (1 - share) * treated[i]);
        }
    }

    private static float[] minus(float[] left, float[] right) {
        float[] difference = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }
}
