package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LearnersTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();

    @Test
    void every_name_leads_to_its_learner() {
        assertThat(Learners.names())
                .containsExactly(
                        "decomposed", "s", "x", "t", "r", "dr", "class", "offset", "t-logit");
        for (String name : Learners.names()) {
            assertThat(Learners.named(name, SETTINGS, new Execution(1)).name()).isEqualTo(name);
        }
        assertThat(Learners.all(SETTINGS, new Execution(1))).hasSize(9);
    }

    @Test
    void an_unknown_name_is_told_with_the_known_ones() {
        assertThatThrownBy(() -> Learners.named("xx", SETTINGS, new Execution(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("learner (xx) must be one of decomposed, s, x, t, r, dr,");
    }

    @Test
    void x_predicts_planted_effects_better_than_the_true_average_for_all() {
        PlantedWorld world = PlantedWorld.randomised(31).withArms(new Arm("coupon", 1.6));
        PlantedCustomers truth = world.audience(10_000);

        UpliftScores scores =
                Learners.named("x", SETTINGS, new Execution(2))
                        .fit(world.history(50_000).history())
                        .score(truth.customers());

        double[] effect = truth.uplift()[0];
        double average = Arrays.stream(effect).average().orElseThrow();
        double ofModel = 0;
        double ofAverage = 0;
        for (int i = 0; i < effect.length; i++) {
            ofModel += Math.pow(scores.uplift()[0][i] - effect[i], 2);
            ofAverage += Math.pow(average - effect[i], 2);
        }
        assertThat(ofModel).isLessThan(0.9 * ofAverage);
    }
}
