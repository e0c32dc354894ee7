package dev.marginal.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.NieWagerWorld;
import dev.marginal.uplift.planted.PlantedHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContendersTest {
    @Test
    void the_default_is_a_learner_and_stands_first() {
        List<String> names = Contenders.ordered(Contenders.learners().split(","));

        assertThat(Learners.names()).contains(Contenders.DEFAULT);
        assertThat(names).startsWith(Contenders.DEFAULT).doesNotHaveDuplicates();
        assertThat(names).containsAll(Learners.names()).endsWith("zero");
    }

    @Test
    void average_effects_are_right_in_a_confounded_world_because_propensities_count() {
        PlantedHistory planted = NieWagerWorld.A.history(1, 50_000);
        double truth = Arrays.stream(planted.truth().uplift()[0]).average().orElseThrow();

        assertThat(Contenders.averageEffects(planted.history())[0]).isEqualTo(truth, within(.05));
    }

    @Test
    void the_outcome_model_takes_what_is_bought_anyway_for_every_effect() {
        float[] baseline = {1, 2};
        UpliftScores scores =
                new UpliftScores(List.of("a", "b"), new float[2][2], new float[2][2], baseline);

        assertThat(Contenders.outcome(scores).uplift())
                .isDeepEqualTo(new float[][] {{1, 2}, {1, 2}});
    }
}
