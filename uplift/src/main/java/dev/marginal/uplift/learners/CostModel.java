package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftScores;
import java.util.stream.IntStream;

/**
 * Learns E[cost | x, treatment] from the treated rows of a history that knows realised costs: one
 * joint model, so that treatments share what they can. A cost of its own, never a ratio of effect
 * and cost, whose noise would have a denominator near zero.
 */
final class CostModel {
    /** The forest's name. */
    static final String NAME = Predictions.JOINT + "cost";

    private CostModel() {}

    /** Keeps a cost model where the history has costs. */
    static void fit(ModelBuilder model) {
        if (model.history().cost().isPresent()) {
            model.once(NAME, CostModel::grow);
        }
    }

    private static void grow(ModelBuilder model) {
        CampaignHistory history = model.history();
        double[] cost = history.cost().orElseThrow();
        float[] label = new float[cost.length];
        for (int row = 0; row < label.length; row++) {
            label[row] = (float) cost[row];
        }
        int[] treated =
                IntStream.range(0, label.length).filter(row -> history.arm()[row] > 0).toArray();
        try (LaidRows rows = model.layJointly(treated)) {
            Target target = Target.of(Objective.SQUARED_ERROR, rows.of(label));
            model.keep(NAME, rows, target, model.settings().outcome());
        }
    }

    /** Writes the expected costs of a batch, not below zero, where the model knows them. */
    static void copy(Predictions predicted, int from, UpliftScores into) {
        if (into.cost().isEmpty()) {
            return;
        }
        float[][] byArm = predicted.jointly(NAME);
        float[][] costs = into.cost().get();
        for (int t = 0; t < costs.length; t++) {
            for (int i = 0; i < predicted.customers(); i++) {
                costs[t][from + i] = Math.max(0, byArm[t + 1][i]);
            }
        }
    }
}
