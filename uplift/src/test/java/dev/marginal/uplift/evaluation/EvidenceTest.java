package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the verdict is wrong where the truth is planted. */
class EvidenceTest {
    private static final Trees FEW = new Trees(20, 2, 0.1, 100, 20, 0.8);
    private static final LearnerSettings QUICK =
            LearnerSettings.quick().withTrees(FEW).withFolds(3);

    /** Of 1,000 verdicts with 25 false alarms expected, fewer than 42 are with probability .999. */
    @ParameterizedTest
    @ValueSource(doubles = {.02, .3, 10})
    void without_any_effect_the_answer_is_none(double budget) {
        int alarms = 0;
        for (int seed = 101; seed <= 1_100; seed++) {
            CampaignHistory history = history(seed, 0, 300);
            alarms += verdict(history, byLoyalty(history), budget) == Evidence.NONE ? 0 : 1;
        }

        assertThat(alarms).isLessThan(42);
    }

    @Test
    void a_real_learner_finds_nothing_where_there_is_nothing() {
        int alarms = 0;
        for (int seed = 101; seed <= 120; seed++) {
            CampaignHistory history = history(seed, 0, 1_500);
            alarms += verdict(history, learnt(history), .3) == Evidence.NONE ? 0 : 1;
        }

        assertThat(alarms).isLessThanOrEqualTo(1);
    }

    @Test
    void a_real_learner_is_clear_about_a_large_effect() {
        CampaignHistory history = history(101, 4, 30_000);

        assertThat(verdict(history, learnt(history), .3)).isEqualTo(Evidence.CLEAR);
    }

    private static CampaignHistory history(int seed, double strength, int rows) {
        PlantedWorld world = PlantedWorld.randomised(seed);
        return world.withArms(new Arm("coupon", strength)).history(rows).history();
    }

    private static OutOfFoldScores learnt(CampaignHistory history) {
        return new CrossFitting(Learners.named("t", QUICK, new Execution(2)), QUICK)
                .outOfFold(history);
    }

    /** Scores that have nothing to do with outcomes, and effects by inverse propensities. */
    private static OutOfFoldScores byLoyalty(CampaignHistory history) {
        float[] loyalty = ((NumberColumn) history.customers().features().get(0)).values();
        float[] effect = new float[history.rows()];
        for (int row = 0; row < effect.length; row++) {
            double sign = history.arm()[row] == 1 ? 1 : -1;
            effect[row] = (float) (sign * (history.gmv()[row] - 8) / history.propensity()[row]);
        }
        UpliftScores scores =
                new UpliftScores(
                        history.treatments(),
                        new float[][] {loyalty},
                        new float[1][history.rows()],
                        loyalty);
        int[] fold = IntStream.range(0, history.rows()).map(row -> row % 5).toArray();
        return new OutOfFoldScores(
                fold, scores, new float[][] {effect}, history.weight(), history.group());
    }

    private static Evidence verdict(
            CampaignHistory history, OutOfFoldScores outOfFold, double budget) {
        Sample sample = Sample.of(history, outOfFold);
        Stakes stakes = Stakes.of(outOfFold, new Spending(budget, List.of(new Costs(1, 0))));
        Contest contest = new Contest(sample, stakes);
        contest.addUsual(outOfFold.scores().baseline(), SingleFeature.best(sample, stakes));
        return Contest.evidence(contest.model().value(), contest.baselines());
    }
}
