package dev.marginal.uplift.learners;

import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What models of other customers say of every history row: the signal expected in each arm, and the
 * share of treated among people like this one.
 */
final class Nuisances {
    /** Shares and propensities are kept this far from 0 and 1. */
    static final double CLIP = 0.01;

    private final ModelBuilder model;

    Nuisances(ModelBuilder model) {
        this.model = model;
    }

    /** {@code [arm][row]}: the expected signal, by joint models of the other folds. */
    float[][] signal() {
        CampaignHistory history = model.history();
        float[][] all = new float[history.arms()][history.rows()];
        for (int fold = 0; fold < model.settings().folds(); fold++) {
            int[] inside = inside(fold);
            if (inside.length == 0) {
                continue;
            }
            CampaignHistory others = history.select(outside(fold));
            ModelBuilder part =
                    new ModelBuilder(
                            others,
                            model.settings().withSeed(model.seed("fold " + fold)),
                            model.execution());
            JointOutcome.fit(part, 1);
            float[][] signal =
                    new ForestModel(
                                    part.parts("nuisance"),
                                    JointOutcome::combine,
                                    model.execution())
                            .signal(history.customers().select(inside));
            for (int arm = 0; arm < all.length; arm++) {
                for (int i = 0; i < inside.length; i++) {
                    all[arm][inside[i]] = signal[arm][i];
                }
            }
        }
        return all;
    }

    /**
     * One per place in {@code pair}, the rows of a treatment and of the control: the probability of
     * the treatment given that it is one of the two. It follows from the propensities where these
     * are one number per arm, or where there is no other arm; else it is estimated.
     */
    double[] treatedShare(int treatment, int[] pair) {
        CampaignHistory history = model.history();
        if (history.arms() == 2) {
            return Arrays.stream(pair).mapToDouble(this::ofTwo).map(Nuisances::clip).toArray();
        }
        if (!isLottery(history, treatment)) {
            return estimated(treatment, pair);
        }
        double treated = history.propensity()[history.rowsOf(treatment)[0]];
        double control = history.propensity()[history.rowsOf(0)[0]];
        double[] share = new double[pair.length];
        Arrays.fill(share, clip(treated / (treated + control)));
        return share;
    }

    /** Whether all rows of the treatment have one propensity, and all of the control. */
    static boolean isLottery(CampaignHistory history, int treatment) {
        double[] propensity = history.propensity();
        double treated = propensity[history.rowsOf(treatment)[0]];
        double control = propensity[history.rowsOf(0)[0]];
        return Arrays.stream(history.rowsOf(treatment)).allMatch(r -> propensity[r] == treated)
                && Arrays.stream(history.rowsOf(0)).allMatch(r -> propensity[r] == control);
    }

    private double ofTwo(int row) {
        double propensity = model.history().propensity()[row];
        return model.history().arm()[row] == 0 ? 1 - propensity : propensity;
    }

    private double[] estimated(int treatment, int[] pair) {
        float[] label = new float[model.history().rows()];
        for (int row : pair) {
            label[row] = model.history().arm()[row] == 0 ? 0 : 1;
        }
        float[] all = new float[label.length];
        for (int fold = 0; fold < model.settings().folds(); fold++) {
            estimate(treatment, fold, pair, label, all);
        }
        return Arrays.stream(pair).mapToDouble(row -> clip(all[row])).toArray();
    }

    private void estimate(int treatment, int fold, int[] pair, float[] label, float[] into) {
        int[] inside = both(pair, inside(fold));
        if (inside.length == 0) {
            return;
        }
        try (LaidRows learning = model.lay(both(pair, outside(fold)));
                LaidRows judged = model.lay(inside)) {
            Target target = Target.of(Objective.LOGISTIC, learning.of(label));
            String name = "share." + treatment + "." + fold;
            Forest forest = model.grow(name, learning, target, model.settings().order());
            float[] share = judged.training().predict(forest);
            for (int i = 0; i < inside.length; i++) {
                into[inside[i]] = share[i];
            }
        }
    }

    private static int[] both(int[] one, int[] other) {
        return Arrays.stream(one).filter(row -> Arrays.binarySearch(other, row) >= 0).toArray();
    }

    private int[] inside(int fold) {
        double folds = model.settings().folds();
        return draw().rows(fold / folds, (fold + 1) / folds);
    }

    private int[] outside(int fold) {
        int[] inside = inside(fold);
        return IntStream.range(0, model.history().rows())
                .filter(row -> Arrays.binarySearch(inside, row) < 0)
                .toArray();
    }

    private Draw draw() {
        return new Draw(model.history().group(), model.seed("folds"));
    }

    private static double clip(double share) {
        return Math.min(1 - CLIP, Math.max(CLIP, share));
    }
}
