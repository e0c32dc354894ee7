package dev.marginal.uplift.learners;

import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;

/**
 * Estimates effects from what outcome models of the other arm leave unexplained, so that the effect
 * may be much simpler than the outcome.
 *
 * <p>For a treated customer the imputed effect is {@code D¹ = Y − m_0(x)}, for a control customer
 * {@code D⁰ = m_a(x) − Y}; each set of imputed effects trains an effect model, and the effect is
 * {@code g τ⁰ + (1 − g) τ¹}, where g is the treated share among treated and control, estimated from
 * the features where customers were not treated by lottery (Künzel, Sekhon, Bickel and Yu 2019, <a
 * href="https://doi.org/10.1073/pnas.1804597116">doi:10.1073/pnas.1804597116</a>). No model ever
 * imputes a row that it was fitted on.
 */
class XLearner extends EffectLearner {
    XLearner(LearnerSettings settings, Execution execution) {
        super(settings, execution);
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    final void fitEffects(ModelBuilder model, Signal signal) {
        model.once("imputed effects", part -> fitImputed(part, signal));
    }

    private static void fitImputed(ModelBuilder model, Signal signal) {
        try (LaidRows control = model.lay(model.history().rowsOf(0))) {
            Forest baseline =
                    model.grow("baseline", control, signal.target(control), signal.trees());
            for (int arm = 1; arm < model.history().arms(); arm++) {
                try (LaidRows treated = model.lay(model.history().rowsOf(arm))) {
                    String treatment = model.history().armName(arm);
                    fit(model, signal, treatment, control, treated, baseline);
                }
                fitShare(model, arm);
            }
        }
    }

    private static void fit(
            ModelBuilder model,
            Signal signal,
            String treatment,
            LaidRows control,
            LaidRows treated,
            Forest baseline) {
        Forest outcome =
                model.grow("outcome." + treatment, treated, signal.target(treated), signal.trees());
        float[] ofTreated = minus(treated.of(signal.label()), treated.training().predict(baseline));
        float[] ofControl = minus(control.training().predict(outcome), control.of(signal.label()));
        keep(model, "effect.treated." + treatment, treated, ofTreated);
        keep(model, "effect.control." + treatment, control, ofControl);
    }

    private static void fitShare(ModelBuilder model, int arm) {
        CampaignHistory history = model.history();
        String name = "share." + history.armName(arm);
        if (Nuisances.isLottery(history, arm)) {
            double treated = model.weight(history.rowsOf(arm));
            model.keep(name, treated / (treated + model.weight(history.rowsOf(0))));
            return;
        }
        try (LaidRows rows = model.lay(model.pair(arm))) {
            float[] label = new float[rows.which().length];
            for (int i = 0; i < label.length; i++) {
                label[i] = history.arm()[rows.which()[i]] == 0 ? 0 : 1;
            }
            Target target = Target.of(Objective.LOGISTIC, label);
            model.keep(name, rows, target, model.settings().order());
        }
    }

    private static void keep(ModelBuilder model, String name, LaidRows rows, float[] imputed) {
        Target target = Target.of(Objective.SQUARED_ERROR, imputed);
        model.keep(name, rows, target, model.settings().effect());
    }

    @Override
    final float[] effect(ModelParts parts, Predictions predicted, String treatment) {
        float[] share = predicted.of("share." + treatment, parts.constants());
        float[] treated = predicted.of("effect.treated." + treatment);
        float[] control = predicted.of("effect.control." + treatment);
        float[] effect = new float[treated.length];
        for (int i = 0; i < effect.length; i++) {
            effect[i] = share[i] * control[i] + (1 - share[i]) * treated[i];
        }
        return effect;
    }

    private static float[] minus(float[] left, float[] right) {
        float[] difference = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }
}
