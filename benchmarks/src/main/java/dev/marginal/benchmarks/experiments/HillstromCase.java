package dev.marginal.benchmarks.experiments;

import dev.marginal.benchmarks.statistics.TopShare;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.evaluation.CausalMl;
import dev.marginal.uplift.evaluation.Experiment;
import dev.marginal.uplift.evaluation.RankAverage;
import dev.marginal.uplift.evaluation.Ranking;
import dev.marginal.uplift.evaluation.ScikitUplift;
import dev.marginal.uplift.learners.Learners;

/**
 * Every contender learns one outcome of the Hillstrom test on one half of the customers and ranks
 * the other half, split by split. All are judged by the same doubly robust effects, whose outcome
 * models are a T-learner's of the first half.
 */
public final class HillstromCase {
    /** The share of customers that the policy sends to. */
    static final double SHARE = 0.3;

    static final String SINGLE = "best single feature";

    private final Assay assay;
    private final Halves halves;
    private final float[][] effect;

    private HillstromCase(Assay assay, Halves halves) {
        this.assay = assay;
        this.halves = halves;
        UpliftScores outcomes =
                Learners.named("t", LearnerSettings.defaults(), assay.execution())
                        .fit(halves.learnt())
                        .score(halves.judged().customers());
        this.effect = doublyRobust(halves.judged(), outcomes);
    }

    /** Measures one outcome. */
    public static void main(String[] arguments) {
        Assay assay = Assay.of(arguments);
        CampaignHistory history = PublicData.hillstrom(assay.data(), assay.outcome());
        for (long split : assay.splits()) {
            new HillstromCase(assay, Halves.of(history, split)).measure();
        }
    }

    private void measure() {
        for (String contender : assay.contenders()) {
            UpliftScores scores = assay.scores(contender, halves);
            for (int t = 0; t < effect.length; t++) {
                judge(contender, t, Ranking.by(scores.uplift()[t]));
            }
        }
        for (int t = 0; t < effect.length; t++) {
            SingleFeature best = SingleFeature.best(halves.learnt(), t);
            judge(SINGLE, t, Ranking.by(best.scores(halves.judged().customers())));
        }
    }

    private void judge(String contender, int treatment, Ranking ranking) {
        CampaignHistory judged = halves.judged();
        String arm = judged.treatments().get(treatment) + ", ";
        double gain = TopShare.sum(Assay.wide(effect[treatment]), ranking, SHARE);
        assay.tell(arm + "policy", contender, gain / judged.rows());
        assay.tell(
                arm + "autoc.grf",
                contender,
                RankAverage.autoc(effect[treatment], judged.weight(), ranking));
        assay.tell(
                arm + "qini.grf",
                contender,
                RankAverage.qini(effect[treatment], judged.weight(), ranking));
        Experiment experiment =
                new Experiment(judged.arm(), treatment + 1, judged.gmv(), judged.weight());
        assay.tell(arm + "auuc.causalml", contender, CausalMl.auuc(experiment, ranking));
        if (!assay.outcome().equals("spend")) {
            assay.tell(arm + "qini.sklift", contender, ScikitUplift.qini(experiment, ranking));
        }
    }

    /**
     * {@code [treatment][row]}; the formula stands at OutOfFoldScores.
     *
     * @param outcomes what models say of the same rows, which they have not learnt from
     */
    public static float[][] doublyRobust(CampaignHistory history, UpliftScores outcomes) {
        float[][] effects = new float[history.treatments().size()][history.rows()];
        for (int row = 0; row < history.rows(); row++) {
            double control = outcomes.baseline()[row];
            double residual = history.gmv()[row] - control;
            int arm = history.arm()[row];
            for (int t = 0; t < effects.length; t++) {
                double uplift = outcomes.uplift()[t][row];
                double own = arm == 0 ? -residual : arm == t + 1 ? residual - uplift : 0;
                effects[t][row] = (float) (uplift + own / history.propensity()[row]);
            }
        }
        return effects;
    }

    static String fact(String treatment, String metric, String contender) {
        return Assay.name(treatment + ", " + metric, contender);
    }
}
