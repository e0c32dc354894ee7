package dev.marginal.uplift.learners;

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
 * Estimates uplift as the difference of two outcome models, one of the treated and one of the
 * control: {@code uplift_a(x) = m_a(x) − m_0(x)} (the T-learner of Künzel et al. 2019, <a
 * href="https://doi.org/10.1073/pnas.1804597116">doi:10.1073/pnas.1804597116</a>).
 *
 * <p>The plainest learner and a neighbour for the others: the noise of both models adds up, and
 * what they share does not cancel.
 */
final class TLearner implements ForestLearner {
    private final String name;
    private final boolean ordersOnly;
    private final LearnerSettings settings;
    private final Execution execution;

    private TLearner(
            String name, boolean ordersOnly, LearnerSettings settings, Execution execution) {
        this.name = name;
        this.ordersOnly = ordersOnly;
        this.settings = settings;
        this.execution = execution;
    }

    /** The learner {@code t}. */
    static TLearner full(LearnerSettings settings, Execution execution) {
        return new TLearner("t", false, settings, execution);
    }

    /**
     * The learner {@code t-logit}: order models alone, and one basket for all, the mean of those
     * who ordered. Uplift in GMV is then uplift in orders times that basket.
     */
    static TLearner ofOrders(LearnerSettings settings, Execution execution) {
        return new TLearner("t-logit", true, settings.withHead(Head.HURDLE), execution);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UpliftModel fit(CampaignHistory history, GrownParts grown) {
        ModelBuilder model = new ModelBuilder(history, settings, execution, grown);
        for (int arm = 0; arm < history.arms(); arm++) {
            fitArm(model, arm);
        }
        CostModel.fit(model);
        return restore(model.parts(name()));
    }

    private void fitArm(ModelBuilder model, int arm) {
        int[] rows = model.history().rowsOf(arm);
        Labels labels = model.labels();
        String name = model.history().armName(arm);
        fit(model, "order." + name, rows, Objective.LOGISTIC, labels.orders());
        if (settings.head() != Head.HURDLE) {
            fit(model, "gmv." + name, rows, Signal.ofGmv(settings.head()), labels.gmv());
            return;
        }
        int[] buyers = Arrays.stream(rows).filter(row -> labels.orders()[row] > 0).toArray();
        if (ordersOnly) {
            model.keep("basket." + name, labels.meanBasket(model.history().weight()));
        } else if (labels.basket().isPresent() || buyers.length == 0) {
            model.keep("basket." + name, buyers.length == 0 ? 0 : labels.basket().getAsDouble());
        } else {
            fit(model, "basket." + name, buyers, Objective.GAMMA, labels.gmv());
        }
    }

    private void fit(
            ModelBuilder model, String name, int[] which, Objective objective, float[] label) {
        Trees trees =
                switch (objective) {
                    case LOGISTIC -> settings.order();
                    case GAMMA -> settings.basket();
                    default -> settings.outcome();
                };
        try (LaidRows rows = model.lay(which)) {
            model.keep(name, rows, Target.of(objective, rows.of(label)), trees);
        }
    }

    @Override
    public UpliftModel restore(ModelParts parts) {
        return new ForestModel(parts, TLearner::combine, execution);
    }

    private static ArmValues combine(ModelParts parts, Predictions predicted) {
        boolean perOrder = parts.provenance().settings().head() == Head.HURDLE;
        int arms = parts.treatments().size() + 1;
        float[][] probability = new float[arms][];
        float[][] amount = new float[arms][];
        for (int arm = 0; arm < arms; arm++) {
            String name = arm == 0 ? "control" : parts.treatments().get(arm - 1);
            probability[arm] = predicted.of("order." + name);
            amount[arm] = predicted.of((perOrder ? "basket." : "gmv.") + name, parts.constants());
        }
        return new ArmValues(probability, amount, perOrder);
    }
}
