package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import java.util.stream.IntStream;

/**
 * Estimates effects by regressing doubly robust effects of single rows, {@code m_a − m_0 + 1[t=a]/p
 * (y − m_a) − 1[t=0]/p (y − m_0)}, on the features (Kennedy 2023, <a
 * href="https://doi.org/10.1214/23-EJS2157">doi:10.1214/23-EJS2157</a>).
 *
 * <p>The expected signals m come from models of other customers, the propensities p from the
 * history; one below 0.01 is taken as 0.01. Every row teaches every effect, those of third arms
 * included.
 */
final class DrLearner extends EffectLearner {
    DrLearner(LearnerSettings settings, Execution execution) {
        super(settings, execution);
    }

    @Override
    public String name() {
        return "dr";
    }

    @Override
    void fitEffects(ModelBuilder model, Signal signal) {
        float[][] expected = new Nuisances(model).signal();
        int[] all = IntStream.range(0, model.history().rows()).toArray();
        try (LaidRows rows = model.lay(all)) {
            for (int arm = 1; arm < model.history().arms(); arm++) {
                float[] label = effects(model.history(), signal, expected, arm);
                model.keep(
                        "effect." + model.history().armName(arm),
                        rows,
                        Target.of(Objective.SQUARED_ERROR, label),
                        model.settings().effect());
            }
        }
    }

    private static float[] effects(
            CampaignHistory history, Signal signal, float[][] expected, int treatment) {
        float[] effects = new float[history.rows()];
        for (int row = 0; row < effects.length; row++) {
            double propensity = Math.max(Nuisances.CLIP, history.propensity()[row]);
            double effect = expected[treatment][row] - expected[0][row];
            int arm = history.arm()[row];
            if (arm == treatment || arm == 0) {
                double residual = (signal.label()[row] - expected[arm][row]) / propensity;
                effect += arm == 0 ? -residual : residual;
            }
            effects[row] = (float) effect;
        }
        return effects;
    }

    @Override
    float[] effect(ModelParts parts, Predictions predicted, String treatment) {
        return predicted.of("effect." + treatment);
    }
}
