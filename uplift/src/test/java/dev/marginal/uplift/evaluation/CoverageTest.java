package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
    private static final int WORLDS = 40;
    private static final Trees FEW = new Trees(20, 2, 0.1, 100, 20, 0.8);
    private static final LearnerSettings QUICK =
            LearnerSettings.quick().withTrees(FEW).withFolds(3);

    /** Of 40 intervals that cover in 95 % of worlds, 34 to 40 do with probability 0.99. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_interval_of_the_average_effect_covers_the_planted_one(boolean confounded) {
        int covered = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            PlantedWorld world =
                    PlantedWorld.randomised(1_000 + seed).withArms(new Arm("coupon", 1));
            covered += covers(confounded ? world.withConfounding() : world) ? 1 : 0;
        }

        assertThat(covered).isBetween(34, WORLDS);
    }

    private static boolean covers(PlantedWorld world) {
        PlantedHistory planted = world.history(4_000);
        OutOfFoldScores outOfFold =
                new CrossFitting(Learners.named("t", QUICK, new Execution(2)), QUICK)
                        .fit(planted.history())
                        .outOfFold();
        Interval measured = Sample.of(planted.history(), outOfFold).averageEffect(0);
        double truth = Arrays.stream(planted.truth().uplift()[0]).average().orElseThrow();
        return measured.low() <= truth && truth <= measured.high();
    }
}
