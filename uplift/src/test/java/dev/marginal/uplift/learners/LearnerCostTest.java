package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.UpliftScores;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Realised costs. */
class LearnerCostTest extends LearnerContract {
    @ParameterizedTest
    @MethodSource("learners")
    void planted_costs_are_found_better_than_by_a_constant(String name) {
        CampaignHistory history = WORLD.history(4_000).history();
        SplittableRandom random = new SplittableRandom(3);
        double[] cost = new double[history.rows()];
        for (int row = 0; row < cost.length; row++) {
            double expected = expected(history.customers(), row, history.arm()[row]);
            cost[row] = random.nextDouble() < .5 ? 2 * expected : 0;
        }
        Customers audience = WORLD.audience(1_000).customers();

        UpliftScores scores = learner(name).fit(history.withCost(cost)).score(audience);

        float[][] learnt = scores.cost().orElseThrow();
        for (int t = 0; t < learnt.length; t++) {
            double[] truth = new double[audience.rows()];
            double average = 0;
            for (int i = 0; i < truth.length; i++) {
                truth[i] = expected(audience, i, t + 1);
                average += truth[i] / truth.length;
                assertThat(learnt[t][i]).isNotNegative();
            }
            double ofModel = 0;
            double ofConstant = 0;
            for (int i = 0; i < truth.length; i++) {
                ofModel += Math.pow(learnt[t][i] - truth[i], 2);
                ofConstant += Math.pow(average - truth[i], 2);
            }
            assertThat(ofModel).isLessThan(.4 * ofConstant);
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void without_realised_costs_none_are_learnt(String name) {
        assertThat(fitted(name).score(AUDIENCE).cost()).isEmpty();
    }

    /** The dearer arm costs three times as much, and the loyal redeem more. */
    private static double expected(Customers customers, int row, int arm) {
        float loyalty = ((NumberColumn) customers.features().get(0)).values()[row];
        return arm == 0 ? 0 : (arm == 2 ? 3 : 1) * (loyalty > 0 ? 2 : .5);
    }
}
