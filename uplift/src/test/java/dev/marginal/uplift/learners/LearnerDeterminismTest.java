package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not change a score. */
class LearnerDeterminismTest extends LearnerContract {
    @ParameterizedTest
    @MethodSource("learners")
    void any_number_of_threads_gives_the_same_bytes(String name) {
        CampaignHistory history = WORLD.withRegions().withMissing(0.1).history(5_000).history();
        Customers many = audience(40_000);
        UpliftModel one = learner(name, new Execution(1)).fit(history);

        for (int threads : new int[] {2, 7}) {
            UpliftModel model = learner(name, new Execution(threads)).fit(history);
            assertThat(same(model.parts(), one.parts())).isTrue();
            assertSame(model.score(many), one.score(many));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void the_seed_decides(String name) {
        UpliftModel model = fitted(name);
        UpliftModel again = learner(name).fit(SMALL.history());
        UpliftModel other =
                Learners.named(name, SETTINGS.withSeed(8), EXECUTION).fit(SMALL.history());

        assertThat(same(again.parts(), model.parts())).isTrue();
        assertThat(same(other.parts(), model.parts())).isFalse();
    }

    /** Each learner comes once after all that the list names before it, once after all others. */
    @Test
    void what_others_have_grown_of_the_same_history_changes_no_byte() {
        List<String> names = new ArrayList<>(learners().toList());
        for (int order = 0; order < 2; order++) {
            GrownParts grown = new GrownParts();
            for (String name : names) {
                UpliftModel after = learner(name).fit(SMALL.history(), grown);
                assertThat(same(after.parts(), fitted(name).parts())).as(name).isTrue();
            }
            Collections.reverse(names);
        }
    }

    @Test
    void what_learners_have_in_common_is_grown_once() {
        GrownParts grown = new GrownParts();
        ModelParts ensemble = learner("decomposed").fit(SMALL.history(), grown).parts();

        ModelParts steady = learner("s").fit(SMALL.history(), grown).parts();
        ModelParts imputing = learner("x").fit(SMALL.history(), grown).parts();

        steady.forests()
                .forEach(
                        (name, forest) ->
                                assertThat(forest).isSameAs(ensemble.forests().get(name)));
        assertThat(imputing.forests().get("effect.treated.push"))
                .isSameAs(ensemble.forests().get("effect.treated.push"));
        assertThat(imputing.forests().get("joint.order.0"))
                .as("of one bag, where the ensemble has two")
                .isNotEqualTo(ensemble.forests().get("joint.order.0"));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_customer_scores_the_same_wherever_it_stands(String name) {
        UpliftModel model = fitted(name);
        int rows = AUDIENCE.rows();
        int[] reversed = IntStream.range(0, rows).map(row -> rows - 1 - row).toArray();

        UpliftScores scores = model.score(AUDIENCE);
        UpliftScores backwards = model.score(AUDIENCE.select(reversed));

        for (int t = 0; t < scores.treatments().size(); t++) {
            for (int row = 0; row < rows; row++) {
                assertThat(backwards.uplift()[t][row]).isEqualTo(scores.uplift()[t][reversed[row]]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void several_threads_may_score_with_one_model(String name) {
        UpliftModel model = fitted(name);
        UpliftScores alone = model.score(AUDIENCE);

        List<UpliftScores> together =
                IntStream.range(0, 8).parallel().mapToObj(i -> model.score(AUDIENCE)).toList();

        together.forEach(scores -> assertSame(scores, alone));
    }

    private static boolean same(ModelParts one, ModelParts other) {
        return one.constants().equals(other.constants())
                && one.forests().keySet().equals(other.forests().keySet())
                && one.forests().keySet().stream()
                        .allMatch(
                                name ->
                                        Arrays.equals(
                                                one.forests().get(name),
                                                other.forests().get(name)));
    }
}
