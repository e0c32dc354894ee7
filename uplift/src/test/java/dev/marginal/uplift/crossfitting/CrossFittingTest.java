package dev.marginal.uplift.crossfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFittingTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();
    private static final UpliftLearner LEARNER = Learners.named("x", SETTINGS, new Execution(2));
    private static final CampaignHistory HISTORY =
            PlantedWorld.randomised(5).history(2_000).history();

    @Test
    void folds_share_arms_and_orders_evenly() {
        int[] fold = Folds.of(HISTORY, 5, 7);
        int[][] rows = new int[8][5];
        for (int row = 0; row < fold.length; row++) {
            int stratum = 2 * HISTORY.arm()[row] + (HISTORY.gmv()[row] > 0 ? 1 : 0);
            rows[stratum][fold[row]]++;
        }

        for (int[] ofStratum : rows) {
            int most = Arrays.stream(ofStratum).max().orElseThrow();
            assertThat(most - Arrays.stream(ofStratum).min().orElseThrow()).isLessThan(2);
        }
    }

    @Test
    void rows_of_one_customer_stay_in_one_fold() {
        int[] group = IntStream.range(0, 2_000).map(row -> row * 7 % 300 - 50).toArray();
        int[] fold = Folds.of(grouped(HISTORY, group), 5, 7);

        Map<Integer, Set<Integer>> folds = new HashMap<>();
        for (int row = 0; row < group.length; row++) {
            folds.computeIfAbsent(group[row], g -> new HashSet<>()).add(fold[row]);
        }
        assertThat(folds).hasSize(300).allSatisfy((g, own) -> assertThat(own).hasSize(1));
    }

    @Test
    void another_seed_deals_other_folds() {
        assertThat(Folds.of(HISTORY, 5, 7)).isEqualTo(Folds.of(HISTORY, 5, 7));
        assertThat(Folds.of(HISTORY, 5, 8)).isNotEqualTo(Folds.of(HISTORY, 5, 7));
    }

    @Test
    void a_row_is_scored_by_the_model_of_the_other_folds() {
        OutOfFoldScores outOfFold = new CrossFitting(LEARNER, SETTINGS).fit(HISTORY).outOfFold();

        int[] others = Folds.rows(outOfFold.fold(), 2, false);
        int[] inside = Folds.rows(outOfFold.fold(), 2, true);
        UpliftScores expected =
                LEARNER.fit(HISTORY.select(others)).score(HISTORY.customers().select(inside));

        for (int i = 0; i < inside.length; i++) {
            assertThat(outOfFold.scores().uplift()[1][inside[i]])
                    .isEqualTo(expected.uplift()[1][i]);
            assertThat(outOfFold.scores().baseline()[inside[i]]).isEqualTo(expected.baseline()[i]);
        }
    }

    @Test
    void the_final_model_knows_every_row() {
        CrossFit fit = new CrossFitting(LEARNER, SETTINGS).fit(HISTORY);

        assertThat(fit.model().provenance().historyRows()).isEqualTo(2_000);
        assertThat(fit.model().score(HISTORY.customers()).uplift())
                .isDeepEqualTo(LEARNER.fit(HISTORY).score(HISTORY.customers()).uplift());
    }

    @Test
    void doubly_robust_effects_follow_the_formula() {
        UpliftScores scores =
                new UpliftScores(HISTORY.treatments(), constant(2), constant(.1f), constant(5)[0]);
        float[][] effect = DoublyRobust.effects(HISTORY, scores);

        for (int row = 0; row < 100; row++) {
            double y = HISTORY.gmv()[row];
            double expected =
                    switch (HISTORY.arm()[row]) {
                        case 0 -> 2 - (y - 5) / .25;
                        case 1 -> 2 + (y - 7) / .25;
                        default -> 2;
                    };
            assertThat((double) effect[0][row]).isEqualTo(expected, within(1e-3));
        }
    }

    @Test
    void small_propensities_are_clipped_and_counted() {
        double[] propensity = HISTORY.propensity().clone();
        propensity[0] = 0.001;
        propensity[1] = 0.01;
        CampaignHistory rare =
                new CampaignHistory(
                        HISTORY.customers(),
                        HISTORY.treatments(),
                        HISTORY.arm(),
                        HISTORY.gmv(),
                        HISTORY.weight(),
                        propensity,
                        HISTORY.group(),
                        "");

        assertThat(DoublyRobust.clippedRows(rare)).isEqualTo(1);
        assertThat(new CrossFitting(LEARNER, SETTINGS).fit(rare).clippedRows()).isEqualTo(1);
    }

    @Test
    void an_arm_with_fewer_rows_than_folds_is_named() {
        int[] kept =
                IntStream.range(0, 2_000).filter(r -> HISTORY.arm()[r] != 1 || r < 8).toArray();
        CampaignHistory lacking = HISTORY.select(kept);
        int rows = lacking.rowsOf(1).length;

        assertThat(rows).isBetween(1, 4);
        assertThatThrownBy(() -> new CrossFitting(LEARNER, SETTINGS).fit(lacking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Arm 'push' has %d of %,d history rows; cross-fitting with 5 folds needs at least one in each."
                                .formatted(rows, kept.length));
    }

    @Test
    void fewer_customers_than_folds_are_refused() {
        CampaignHistory oneCustomer = grouped(HISTORY, new int[2_000]);

        assertThatThrownBy(() -> new CrossFitting(LEARNER, SETTINGS).fit(oneCustomer))
                .hasMessage("customers (1) must be at least 5, one per fold.");
    }

    private static float[][] constant(float value) {
        float[][] columns = new float[3][2_000];
        for (float[] column : columns) {
            Arrays.fill(column, value);
        }
        return columns;
    }

    private static CampaignHistory grouped(CampaignHistory history, int[] group) {
        Customers customers = history.customers();
        return new CampaignHistory(
                customers,
                history.treatments(),
                history.arm(),
                history.gmv(),
                history.weight(),
                history.propensity(),
                group,
                history.fingerprint());
    }
}
