package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import java.util.Arrays;
import java.util.Locale;

/**
 * Estimates the effect on orders with one classifier, where treatment and control are near half
 * each: with {@code Z = 1} for treated who order and for controls who do not, the effect is {@code
 * 2 P(Z = 1 | x) − 1} (Jaśkowski and Jaroszewicz 2012, <em>Uplift modeling for clinical trial
 * data</em>). Under heads without orders the same holds for {@code ±2 y}, treated with plus, by
 * squared error.
 *
 * <p>Elsewhere the formula is biased, so that other shares, and propensities that differ from
 * customer to customer, are refused.
 */
final class ClassTransformation extends EffectLearner {
    private static final double FARTHEST = 0.05;
    private static final double WIDEST = 1.1;

    ClassTransformation(LearnerSettings settings, Execution execution) {
        super(settings, execution);
    }

    @Override
    public String name() {
        return "class";
    }

    @Override
    void check(CampaignHistory history) {
        for (int arm = 1; arm < history.arms(); arm++) {
            requireHalf(history, arm);
            requireEqual(history, 0);
            requireEqual(history, arm);
        }
    }

    @Override
    void fitEffects(ModelBuilder model, Signal signal) {
        CampaignHistory history = model.history();
        boolean orders = signal.objective() == Objective.LOGISTIC;
        for (int arm = 1; arm < history.arms(); arm++) {
            int[] pair = model.pair(arm);
            float[] label = new float[pair.length];
            for (int i = 0; i < pair.length; i++) {
                boolean treated = history.arm()[pair[i]] == arm;
                float value = signal.label()[pair[i]];
                label[i] = orders ? (treated ? value : 1 - value) : (treated ? 2 : -2) * value;
            }
            try (LaidRows rows = model.lay(pair)) {
                Objective objective = orders ? Objective.LOGISTIC : Objective.SQUARED_ERROR;
                model.keep(
                        (orders ? "class." : "effect.") + history.armName(arm),
                        rows,
                        Target.of(objective, label),
                        model.settings().effect());
            }
        }
    }

    @Override
    float[] effect(ModelParts parts, Predictions predicted, String treatment) {
        if (!predicted.has("class." + treatment)) {
            return predicted.of("effect." + treatment);
        }
        float[] effect = predicted.of("class." + treatment).clone();
        for (int i = 0; i < effect.length; i++) {
            effect[i] = 2 * effect[i] - 1;
        }
        return effect;
    }

    private static void requireHalf(CampaignHistory history, int arm) {
        double treated = weight(history, arm);
        double share = treated / (treated + weight(history, 0));
        if (Math.abs(share - 0.5) > FARTHEST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "Learner 'class' needs arms near half: '%s' has %.1f %% and the control"
                                    + " %.1f %% of their rows; expected 45 to 55 %%. Choose another"
                                    + " learner, such as 'decomposed'.",
                            history.armName(arm),
                            100 * share,
                            100 * (1 - share)));
        }
    }

    private static void requireEqual(CampaignHistory history, int arm) {
        double[] propensities =
                Arrays.stream(history.rowsOf(arm))
                        .mapToDouble(row -> history.propensity()[row])
                        .sorted()
                        .toArray();
        double least = propensities[0];
        double most = propensities[propensities.length - 1];
        if (most > WIDEST * least) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "Learner 'class' needs one propensity for all: those of '%s' go from"
                                    + " %.3f to %.3f. Choose another learner, such as"
                                    + " 'decomposed'.",
                            history.armName(arm),
                            least,
                            most));
        }
    }

    private static double weight(CampaignHistory history, int arm) {
        return Arrays.stream(history.rowsOf(arm)).mapToDouble(row -> history.weight()[row]).sum();
    }
}
