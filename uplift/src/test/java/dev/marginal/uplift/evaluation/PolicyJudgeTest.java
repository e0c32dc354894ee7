package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.PolicyValue;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four rows by hand: arms 0, 1, 1, 2. */
class PolicyJudgeTest {
    private static final int[] ARM = {0, 1, 1, 2};
    private static final double[] GMV = {10, 30, 0, 50};
    private static final double[] PROPENSITY = {.5, .25, .5, .25};
    private static final float[] BASELINE = {8, 8, 12, 12};
    private static final float[][] EFFECT = {{1, 2, 3, 4}, {10, 20, 30, 40}};
    private static final double[] ONES = {1, 1, 1, 1};

    /** The first treatment for rows 0 and 1, the second by half for row 3, nothing for row 2. */
    private static final Policy POLICY =
            (row, treatment) -> row < 2 && treatment == 0 ? 1 : row == 3 && treatment == 1 ? .5 : 0;

    @Test
    void the_value_is_the_mean_effect_of_what_is_done() {
        PolicyValue value = judge(ONES, 0);

        assertThat(value.value().estimate()).isEqualTo((1 + 2 + 20) / 4.);
        assertThat(value.treatedShare()).isEqualTo(2.5 / 4);
        assertThat(value.expectedCost()).isEqualTo((.5 + .5 + .5 * 2) / 4, within(1e-7));
    }

    @Test
    void a_coin_has_to_bring_its_least_return() {
        assertThat(judge(ONES, 3).value().estimate())
                .isEqualTo((1 + 2 + 20) / 4. - 3 * .5, within(1e-7));
    }

    @Test
    void inverse_propensities_by_hand() {
        PolicyValue value = judge(ONES, 0);

        double[] weights = {0, 4, 0, .5 * 4};
        assertThat(value.ips()).isEqualTo((4 * 30 + 2 * 50 - 2 * 10) / 4.);
        assertThat(value.selfNormalised())
                .isEqualTo((4 * 30 + 2 * 50) / Arrays.stream(weights).sum() - 10);
    }

    @Test
    void the_outcome_is_that_without_treatment_and_the_effects() {
        double control = (8 + 2 * (10 - 8) + 8 + 12 + 12) / 4.;

        assertThat(judge(ONES, 0).outcome().estimate()).isEqualTo(control + (1 + 2 + 20) / 4.);
    }

    @Test
    void realised_costs_correct_the_expected_ones() {
        double ofRowOne = .5 + 4 * (3 - .5);
        double ofRowThree = .5 * (2 + 4 * (7 - 2));

        assertThat(judge(ONES, 0).realisedCost().estimate())
                .isEqualTo((.5 + ofRowOne + ofRowThree) / 4, within(1e-7));
    }

    @Test
    void a_weight_of_two_counts_double() {
        PolicyValue value = judge(new double[] {1, 2, 1, 1}, 0);

        assertThat(value.value().estimate()).isEqualTo((1 + 2 * 2 + 20) / 5.);
        assertThat(value.ips()).isEqualTo((2 * 4 * 30 + 2 * 50 - 2 * 10) / 5.);
    }

    private static PolicyValue judge(double[] weight, double leastReturn) {
        CampaignHistory history =
                new CampaignHistory(
                                new Customers(4, List.of()),
                                List.of("a", "b"),
                                ARM,
                                GMV,
                                weight,
                                PROPENSITY,
                                new int[] {0, 1, 2, 3},
                                "")
                        .withCost(new double[] {0, 3, 1, 7});
        UpliftScores scores =
                new UpliftScores(List.of("a", "b"), EFFECT, new float[2][4], BASELINE);
        OutOfFoldScores outOfFold =
                new OutOfFoldScores(
                        new int[] {0, 1, 0, 1}, scores, EFFECT, weight, history.group());
        Spending spending =
                new Spending(1, List.of(new Costs(.5, 0), new Costs(2, 0)), leastReturn);
        return new PolicyJudge(Sample.of(history, outOfFold), Stakes.of(outOfFold, spending))
                .judge("by hand", POLICY);
    }
}
