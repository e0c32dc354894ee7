package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassTransformationTest extends LearnerContract {
    private final UpliftLearner learner = learner("class");

    @Test
    void unequal_arms_are_refused_with_their_shares() {
        CampaignHistory history = WORLD.withArms(new Arm("push", 1)).history(400).history();
        int[] most =
                IntStream.range(0, 400)
                        .filter(row -> history.arm()[row] == 0 || row % 2 == 0)
                        .toArray();
        CampaignHistory unequal = history.select(most);

        assertThatThrownBy(() -> learner.fit(unequal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "Learner 'class' needs arms near half: 'push' has 3\\d\\.\\d % and the"
                                + " control 6\\d\\.\\d % of their rows; expected 45 to 55 %\\."
                                + " Choose another learner, such as 'decomposed'\\.");
    }

    @Test
    void propensities_that_differ_are_refused() {
        CampaignHistory history = WORLD.history(3_000).history();
        double[] propensity = history.propensity().clone();
        propensity[history.rowsOf(1)[0]] = .2;

        assertThatThrownBy(() -> learner.fit(history.withPropensity(propensity)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Learner 'class' needs one propensity for all: those of 'push' go from"
                                + " 0.200 to 0.333.");
    }
}
