package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.boosting.Trees;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcome heads, each under every learner. */
class LearnerHeadsTest extends LearnerContract {
    private static final LearnerSettings TRUTH =
            LearnerSettings.quick().withTrees(new Trees(60, 3, 0.1, 30, 5, 0.5)).withPatience(20);
    private static final PlantedHistory LARGE = WORLD.history(12_000);

    static Stream<Arguments> learnersAndHeads() {
        return Learners.names().stream()
                .flatMap(name -> Stream.of(Head.values()).map(head -> Arguments.of(name, head)));
    }

    @ParameterizedTest
    @MethodSource("learnersAndHeads")
    void every_head_learns_the_baseline_and_the_probabilities(String name, Head head) {
        PlantedCustomers truth = WORLD.audience(4_000);

        UpliftScores scores =
                Learners.named(name, TRUTH.withHead(head), EXECUTION)
                        .fit(LARGE.history())
                        .score(truth.customers());

        assertThat(correlation(scores.baseline(), truth.baseline())).isGreaterThan(.5);
        assertThat(correlation(scores.orderProbability()[1], truth.orderProbability()[1]))
                .isGreaterThan(.8);
        assertThat(mean(scores.uplift()[1])).isBetween(-.8, 2.5);
    }

    @ParameterizedTest
    @MethodSource("learnersAndHeads")
    void conversions_alone_are_uplift_in_orders(String name, Head head) {
        CampaignHistory history = conversions();

        UpliftModel model = Learners.named(name, SETTINGS.withHead(head), EXECUTION).fit(history);
        UpliftScores scores = model.score(WORLD.audience(500).customers());

        assertThat(model.parts().forests().keySet()).noneMatch(part -> part.contains("basket"));
        for (int i = 0; i < scores.customers(); i++) {
            assertThat(scores.uplift()[0][i]).isBetween(-1f, 1f);
            if (model.provenance().settings().head() == Head.HURDLE) {
                assertThat(scores.baseline()[i] + scores.uplift()[0][i])
                        .isEqualTo(scores.orderProbability()[0][i], within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void returns_are_refused_where_they_cannot_be_learnt(String name) {
        CampaignHistory history = withReturns();

        assertThatThrownBy(() -> learner(name).fit(history))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GMV (-12.5) of history row 4 is negative, which outcome 'hurdle' cannot"
                                + " learn from. Set returns to 0, or choose outcome 'squared'.");
        assertThatThrownBy(
                        () ->
                                Learners.named("s", SETTINGS.withHead(Head.TWEEDIE), EXECUTION)
                                        .fit(history))
                .hasMessageContaining("outcome 'tweedie' cannot learn from");
    }

    @Test
    void squares_learn_from_returns() {
        UpliftScores scores =
                Learners.named("decomposed", SETTINGS.withHead(Head.SQUARED), EXECUTION)
                        .fit(withReturns())
                        .score(WORLD.audience(100).customers());

        assertThat(mean(scores.baseline())).isBetween(0.0, 10.0);
    }

    @Test
    void heads_are_found_by_name() {
        assertThat(Head.names()).containsExactly("hurdle", "squared", "tweedie");
        assertThat(Head.named("tweedie")).isEqualTo(Head.TWEEDIE);
        assertThatThrownBy(() -> Head.named("squarred"))
                .hasMessage(
                        "outcome (squarred) must be one of hurdle, squared, tweedie."
                                + " Did you mean 'squared'?");
    }

    private static CampaignHistory conversions() {
        CampaignHistory history = WORLD.history(2_000).history();
        double[] converted = Arrays.stream(history.gmv()).map(gmv -> gmv > 0 ? 1 : 0).toArray();
        return copy(history, converted, history.weight());
    }

    private static CampaignHistory withReturns() {
        CampaignHistory history = WORLD.history(2_000).history();
        double[] gmv = history.gmv().clone();
        gmv[3] = -12.5;
        return copy(history, gmv, history.weight());
    }
}
