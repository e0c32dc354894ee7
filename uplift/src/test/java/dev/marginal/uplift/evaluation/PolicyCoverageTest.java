package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether intervals of policy values cover what the policy is worth among many customers. */
class PolicyCoverageTest {
    private static final int WORLDS = 400;
    private static final Spending SPENDING =
            new Spending(.4, List.of(new Costs(1, 0), new Costs(1, 2)));

    /** Of 400 intervals that cover in 95 % of worlds, 366 to 391 do with probability 0.99. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_interval_covers_with_several_weighted_rows_per_customer(int rowsPerCustomer) {
        PlantedCustomers many = world(77).audience(100_000);
        double truth = value(outOfFold(many, effects(many), weights(0, 100_000, 1), 1)).estimate();
        int covered = 0;
        for (int seed = 1_001; seed <= 1_000 + WORLDS; seed++) {
            PlantedHistory planted = world(seed).history(1_000);
            double[] weight = weights(seed, 1_000, rowsPerCustomer);
            Interval value =
                    value(
                            outOfFold(
                                    planted.truth(),
                                    doublyRobust(planted),
                                    weight,
                                    rowsPerCustomer));
            covered += value.low() <= truth && truth <= value.high() ? 1 : 0;
        }

        assertThat(covered).isBetween(364, 393);
    }

    private static PlantedWorld world(int seed) {
        return PlantedWorld.randomised(seed).withArms(new Arm("push", 1), new Arm("coupon", 2));
    }

    private static Interval value(OutOfFoldScores outOfFold) {
        return Trial.of(outOfFold, outOfFold, SPENDING).value();
    }

    /** Every customer's row so many times in a row; all rows of one customer weigh alike. */
    private static OutOfFoldScores outOfFold(
            PlantedCustomers truth, float[][] effect, double[] weight, int times) {
        int[] customer = IntStream.range(0, weight.length).map(row -> row / times).toArray();
        UpliftScores scores =
                new UpliftScores(
                        List.of("push", "coupon"),
                        repeated(truth.uplift(), customer),
                        repeated(truth.orderProbability(), customer),
                        repeated(new double[][] {truth.baseline()}, customer)[0]);
        float[][] effects = new float[2][];
        for (int t = 0; t < 2; t++) {
            float[] column = effect[t];
            effects[t] = new float[customer.length];
            for (int row = 0; row < customer.length; row++) {
                effects[t][row] = column[customer[row]];
            }
        }
        int[] fold = Arrays.stream(customer).map(each -> each % 5).toArray();
        return new OutOfFoldScores(fold, scores, effects, weight, customer);
    }

    private static float[][] repeated(double[][] columns, int[] customer) {
        float[][] repeated = new float[columns.length][customer.length];
        for (int t = 0; t < columns.length; t++) {
            for (int row = 0; row < customer.length; row++) {
                repeated[t][row] = (float) columns[t][customer[row]];
            }
        }
        return repeated;
    }

    private static double[] weights(int seed, int customers, int times) {
        double[] each = new SplittableRandom(seed).doubles(customers, .2, 3).toArray();
        return IntStream.range(0, customers * times)
                .mapToDouble(row -> each[row / times])
                .toArray();
    }

    private static float[][] effects(PlantedCustomers truth) {
        int[] every = IntStream.range(0, truth.baseline().length).toArray();
        return repeated(truth.uplift(), every);
    }

    /** With outcome models that are right. */
    private static float[][] doublyRobust(PlantedHistory planted) {
        CampaignHistory history = planted.history();
        float[][] effect = effects(planted.truth());
        for (int row = 0; row < history.rows(); row++) {
            int arm = history.arm()[row];
            double expected = planted.truth().baseline()[row];
            expected += arm == 0 ? 0 : planted.truth().uplift()[arm - 1][row];
            double surprise = (history.gmv()[row] - expected) / history.propensity()[row];
            for (int t = 0; t < 2; t++) {
                effect[t][row] += (float) (arm == 0 ? -surprise : arm == t + 1 ? surprise : 0);
            }
        }
        return effect;
    }
}
