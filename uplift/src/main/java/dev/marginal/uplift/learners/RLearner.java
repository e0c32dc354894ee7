package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;

/**
 * Estimates effects from residuals of outcome and treatment: minimises {@code Σ ((y − m(x)) − (t −
 * e(x)) τ(x))²}, that is, a regression of {@code (y − m) / (t − e)} with weights {@code (t − e)²},
 * on the rows of a treatment and the control (Nie and Wager 2021, <a
 * href="https://doi.org/10.1093/biomet/asaa076">doi:10.1093/biomet/asaa076</a>).
 *
 * <p>The expected signal m and the treated share e of a row come from models of other customers.
 */
final class RLearner extends EffectLearner {
    RLearner(LearnerSettings settings, Execution execution) {
        super(settings, execution);
    }

    @Override
    public String name() {
        return "r";
    }

    @Override
    void fitEffects(ModelBuilder model, Signal signal) {
        Nuisances nuisances = new Nuisances(model);
        float[][] expected = nuisances.signal();
        for (int arm = 1; arm < model.history().arms(); arm++) {
            fit(model, signal, nuisances, expected, arm);
        }
    }

    private static void fit(
            ModelBuilder model, Signal signal, Nuisances nuisances, float[][] expected, int arm) {
        CampaignHistory history = model.history();
        int[] pair = model.pair(arm);
        double[] share = nuisances.treatedShare(arm, pair);
        float[] label = new float[pair.length];
        float[] weight = new float[pair.length];
        for (int i = 0; i < pair.length; i++) {
            int row = pair[i];
            double mean = share[i] * expected[arm][row] + (1 - share[i]) * expected[0][row];
            double treatment = (history.arm()[row] == 0 ? 0 : 1) - share[i];
            label[i] = (float) ((signal.label()[row] - mean) / treatment);
            weight[i] = (float) (history.weight()[row] * treatment * treatment);
        }
        try (LaidRows rows = model.lay(pair, weight)) {
            Target target = Target.of(Objective.SQUARED_ERROR, label);
            model.keep("effect." + history.armName(arm), rows, target, model.settings().effect());
        }
    }

    @Override
    float[] effect(ModelParts parts, Predictions predicted, String treatment) {
        return predicted.of("effect." + treatment);
    }
}
