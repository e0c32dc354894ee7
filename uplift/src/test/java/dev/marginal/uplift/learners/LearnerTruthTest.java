package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.boosting.Trees;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner finds out. */
class LearnerTruthTest extends LearnerContract {
    private static final LearnerSettings TRUTH =
            LearnerSettings.quick().withTrees(new Trees(80, 3, 0.1, 30, 5, 0.5)).withPatience(20);

    @ParameterizedTest
    @MethodSource("learners")
    void recovers_the_planted_truth_better_than_one_effect_for_all(String name) {
        PlantedWorld world = WORLD.withArms(new Arm("push", .5), new Arm("coupon", 1.6));
        PlantedCustomers truth = world.audience(10_000);

        UpliftScores scores =
                Learners.named(name, TRUTH, EXECUTION)
                        .fit(world.history(40_000).history())
                        .score(truth.customers());

        // One effect for all correlates with nothing.
        assertThat(correlation(scores.uplift()[1], truth.uplift()[1])).isGreaterThan(0.15);
        assertThat(correlation(scores.baseline(), truth.baseline())).isGreaterThan(0.5);
        assertThat(correlation(scores.orderProbability()[1], truth.orderProbability()[1]))
                .isGreaterThan(0.9);
        assertThat(mean(scores.uplift()[1])).isGreaterThan(mean(scores.uplift()[0]));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void every_score_is_finite_and_every_probability_one(String name) {
        UpliftScores scores = fitted(name).score(AUDIENCE);

        assertThat(scores.treatments()).containsExactly("push", "coupon_5");
        assertThat(scores.customers()).isEqualTo(AUDIENCE.rows());
        for (int t = 0; t < scores.treatments().size(); t++) {
            for (int row = 0; row < AUDIENCE.rows(); row++) {
                assertThat(scores.uplift()[t][row]).isFinite();
                assertThat(scores.orderProbability()[t][row]).isBetween(0f, 1f);
            }
        }
        for (float baseline : scores.baseline()) {
            assertThat(baseline).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_weight_of_two_does_what_two_rows_do(String name) {
        CampaignHistory history = WORLD.history(4_000).history();
        int[] doubled =
                IntStream.range(0, history.rows())
                        .flatMap(row -> IntStream.rangeClosed(0, row % 2).map(again -> row))
                        .toArray();
        double[] weight = IntStream.range(0, history.rows()).mapToDouble(r -> 1 + r % 2).toArray();
        Customers customers = WORLD.audience(1_000).customers();

        UpliftScores byWeight =
                wholeRows(name).fit(copy(history, history.gmv(), weight)).score(customers);
        UpliftScores byRows = wholeRows(name).fit(history.select(doubled)).score(customers);

        for (int t = 0; t < byRows.treatments().size(); t++) {
            assertThat(correlation(byWeight.uplift()[t], wide(byRows.uplift()[t])))
                    .isGreaterThan(0.9);
            assertThat(mean(byWeight.uplift()[t])).isEqualTo(mean(byRows.uplift()[t]), within(0.1));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void the_model_remembers_how_it_was_made(String name) {
        UpliftModel model = fitted(name);

        assertThat(model.provenance().learner()).isEqualTo(name);
        assertThat(model.provenance().settings()).isEqualTo(SETTINGS);
        assertThat(model.provenance().historyRows()).isEqualTo(3_000);
        assertThat(model.provenance().historyFingerprint()).isEqualTo("b-3000");
        assertThat(model.provenance().marginalVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(model.provenance().xgboostVersion()).isEqualTo("3.0.4");
        assertThat(model.features()).hasSize(11);
    }

    /** Every tree sees every row, so that only the weights differ. */
    private static UpliftLearner wholeRows(String name) {
        Trees trees = new Trees(20, 2, 0.1, 100, 20, 1);
        return Learners.named(name, LearnerSettings.quick().withTrees(trees), EXECUTION);
    }
}
