package dev.marginal.uplift.learners;

import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import java.util.Arrays;

/**
 * An experiment: models of the control, on whose margins small forests of the treated are grown. So
 * the treated differ from the control only by what their rows demand: an order's log odds by a sum
 * of leaves, an amount by a factor (under squared error by a sum).
 *
 * <p>Unlike two models, it shrinks the effect towards none.
 */
final class OffsetLearner implements ForestLearner {
    private static final double EDGE = 1e-6;

    private final LearnerSettings settings;
    private final Execution execution;

    OffsetLearner(LearnerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    @Override
    public String name() {
        return "offset";
    }

    @Override
    public UpliftModel fit(CampaignHistory history, GrownParts grown) {
        ModelBuilder model = new ModelBuilder(history, settings, execution, grown);
        Labels labels = model.labels();
        int[] everyone = new int[history.rows()];
        Arrays.setAll(everyone, row -> row);
        fit(model, "order", everyone, Objective.LOGISTIC, labels.orders(), settings.order());
        if (settings.head() != Head.HURDLE) {
            Objective objective = Signal.ofGmv(settings.head());
            fit(model, "gmv", everyone, objective, labels.gmv(), settings.outcome());
        } else if (labels.basket().isPresent()) {
            model.keep("basket", labels.basket().getAsDouble());
        } else {
            int[] buyers =
                    Arrays.stream(everyone).filter(row -> labels.orders()[row] > 0).toArray();
            fit(model, "basket", buyers, Objective.GAMMA, labels.gmv(), settings.basket());
        }
        CostModel.fit(model);
        return restore(model.parts(name()));
    }

    private void fit(
            ModelBuilder model,
            String name,
            int[] among,
            Objective objective,
            float[] label,
            Trees trees) {
        Forest control;
        try (LaidRows rows = model.lay(ofArm(model, among, 0))) {
            Target target = Target.of(objective, rows.of(label));
            control = model.keep(name + ".control", rows, target, trees);
        }
        for (int arm = 1; arm < model.history().arms(); arm++) {
            int[] which = ofArm(model, among, arm);
            try (LaidRows rows = model.lay(which)) {
                float[] margin = margins(rows.training().predict(control), objective);
                Target target = Target.of(objective, rows.of(label)).withMargin(margin);
                String treatment = model.history().armName(arm);
                model.keep(name + ".offset." + treatment, rows, target, settings.effect());
            }
        }
    }

    /** Those among these rows that got the arm; all of them if none did. */
    private static int[] ofArm(ModelBuilder model, int[] among, int arm) {
        int[] got = Arrays.stream(among).filter(row -> model.history().arm()[row] == arm).toArray();
        return got.length > 0 ? got : among;
    }

    @Override
    public UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, OffsetLearner::combine, execution);
    }

    private static ArmValues combine(ModelParts parts, Predictions predicted) {
        Head head = parts.provenance().settings().head();
        float[][] probability = byArm(parts, predicted, "order", Objective.LOGISTIC);
        if (head != Head.HURDLE) {
            float[][] gmv = byArm(parts, predicted, "gmv", Signal.ofGmv(head));
            return new ArmValues(probability, gmv, false);
        }
        if (parts.constants().containsKey("basket")) {
            float basket = parts.constants().get("basket").floatValue();
            return new ArmValues(
                    probability,
                    ArmValues.constant(probability.length, predicted.customers(), basket),
                    true);
        }
        return new ArmValues(probability, byArm(parts, predicted, "basket", Objective.GAMMA), true);
    }

    private static float[][] byArm(
            ModelParts parts, Predictions predicted, String name, Objective objective) {
        float[][] byArm = new float[parts.treatments().size() + 1][];
        byArm[0] = predicted.of(name + ".control");
        for (int arm = 1; arm < byArm.length; arm++) {
            float[] offset = predicted.of(name + ".offset." + parts.treatments().get(arm - 1));
            byArm[arm] = new float[offset.length];
            for (int i = 0; i < offset.length; i++) {
                double margin = margin(byArm[0][i], objective) + margin(offset[i], objective);
                byArm[arm][i] = (float) mean(margin, objective);
            }
        }
        return byArm;
    }

    private static float[] margins(float[] mean, Objective objective) {
        float[] margins = new float[mean.length];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = (float) margin(mean[i], objective);
        }
        return margins;
    }

    /** What trees add up to where they predict this. */
    private static double margin(float mean, Objective objective) {
        return switch (objective) {
            case SQUARED_ERROR -> mean;
            case GAMMA, TWEEDIE -> Math.log(mean);
            case LOGISTIC -> {
                double inside = Math.min(1 - EDGE, Math.max(EDGE, mean));
                yield Math.log(inside / (1 - inside));
            }
        };
    }

    private static double mean(double margin, Objective objective) {
        return switch (objective) {
            case SQUARED_ERROR -> margin;
            case GAMMA, TWEEDIE -> Math.exp(margin);
            case LOGISTIC -> 1 / (1 + Math.exp(-margin));
        };
    }
}
