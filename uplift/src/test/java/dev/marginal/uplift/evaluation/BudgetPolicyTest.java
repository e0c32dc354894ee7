package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two folds of four rows, small enough to try every assignment. */
class BudgetPolicyTest {
    private static final int ROWS = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void no_mixture_of_assignments_gains_more_for_the_money(int treatments) {
        for (int seed = 0; seed < 40; seed++) {
            Stakes stakes = random(seed, treatments, 0);
            for (double budget : new double[] {.05, .3, 1, 2.5, 100}) {
                BudgetPolicy policy = byEffects(stakes).spend(budget);
                for (int[] fold : stakes.folds()) {
                    assertThat(sum(stakes, policy, fold, stakes.cost()))
                            .isLessThanOrEqualTo(budget * stakes.weightOf(fold) + 1e-9);
                    assertThat(sum(stakes, policy, fold, stakes.effect()))
                            .isEqualTo(best(stakes, fold, budget), within(1e-6));
                }
            }
        }
    }

    @Test
    void budgets_that_grow_step_by_step_end_where_one_step_ends() {
        Stakes stakes = random(5, 3, 0);
        BudgetPolicy slow = byEffects(stakes);
        for (double budget = 0.01; budget < 1.3; budget += 0.01) {
            slow.spend(budget);
        }
        BudgetPolicy fast = byEffects(stakes).spend(1.3);

        assertThat(stakes.values(slow.spend(1.3)))
                .containsExactly(stakes.values(fast), within(1e-9));
    }

    @Test
    void nothing_is_bought_that_returns_less_than_it_must() {
        Stakes stakes = random(11, 3, 1.5);
        BudgetPolicy policy = byEffects(stakes).spend(Double.POSITIVE_INFINITY);

        for (int row = 0; row < ROWS; row++) {
            double best = 0;
            for (int t = 0; t < 3; t++) {
                best = Math.max(best, stakes.effect()[t][row] - 1.5 * stakes.cost()[t][row]);
            }
            assertThat(stakes.values(policy)[row]).isEqualTo(best, within(1e-6));
        }
    }

    @Test
    void equal_scores_share_the_money_evenly() {
        float[][] effect = {filled(2)};
        float[][] cost = {filled(1)};
        Stakes stakes = stakes(effect, cost, ones(), 0);

        BudgetPolicy policy = byEffects(stakes).spend(.25);

        for (int row = 0; row < ROWS; row++) {
            assertThat(policy.chance(row, 0)).isEqualTo(.25, within(1e-12));
        }
    }

    @Test
    void what_costs_nothing_is_given_to_all_whom_it_helps() {
        float[][] effect = {{1, -1, 2, 0, 3, -2, 1, 5}};
        Stakes stakes = stakes(effect, new float[1][ROWS], ones(), 0);

        BudgetPolicy policy = byEffects(stakes).spend(1e-9);

        double[] chances =
                IntStream.range(0, ROWS).mapToDouble(row -> policy.chance(row, 0)).toArray();
        assertThat(chances).containsExactly(1, 0, 1, 0, 1, 0, 1, 1);
        assertThat(policy.saturation()).isZero();
    }

    @Test
    void what_nobody_offers_nobody_gets() {
        float[][] effect = {filled(100), filled(1)};
        float[][] cost = {filled(Float.POSITIVE_INFINITY), filled(1)};
        Stakes stakes = stakes(effect, cost, ones(), 0);

        BudgetPolicy policy = byEffects(stakes).spend(Double.POSITIVE_INFINITY);

        assertThat(policy.chance(3, 0)).isZero();
        assertThat(policy.chance(3, 1)).isEqualTo(1);
    }

    private static BudgetPolicy byEffects(Stakes stakes) {
        return BudgetPolicy.byHulls(stakes, stakes.believed(stakes.effect()));
    }

    private static double sum(Stakes stakes, Policy policy, int[] rows, float[][] amount) {
        double[] sums = stakes.sums(policy, (t, row) -> stakes.weight()[row] * amount[t][row]);
        return IntStream.of(rows).mapToDouble(row -> sums[row]).sum();
    }

    /** The most that two assignments, mixed to spend no more than the budget, gain. */
    private static double best(Stakes stakes, int[] rows, double perCustomer) {
        int choices = stakes.treatments() + 1;
        int all = (int) Math.pow(choices, rows.length);
        double[] cost = new double[all];
        double[] gain = new double[all];
        for (int assignment = 0; assignment < all; assignment++) {
            int rest = assignment;
            for (int row : rows) {
                int treatment = rest % choices - 1;
                rest /= choices;
                if (treatment >= 0) {
                    cost[assignment] += stakes.weight()[row] * stakes.cost()[treatment][row];
                    gain[assignment] += stakes.weight()[row] * stakes.effect()[treatment][row];
                }
            }
        }
        double budget = perCustomer * stakes.weightOf(rows);
        double best = 0;
        for (int one = 0; one < all; one++) {
            for (int other = 0; other < all && cost[one] <= budget; other++) {
                double share =
                        cost[other] <= budget
                                ? 1
                                : (budget - cost[one]) / (cost[other] - cost[one]);
                best = Math.max(best, gain[one] + share * (gain[other] - gain[one]));
            }
        }
        return best;
    }

    private static Stakes random(int seed, int treatments, double leastReturn) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] effect = new float[treatments][ROWS];
        float[][] cost = new float[treatments][ROWS];
        for (int t = 0; t < treatments; t++) {
            for (int row = 0; row < ROWS; row++) {
                effect[t][row] = random.nextInt(-2, 9) / 2f;
                cost[t][row] = random.nextInt(0, 5) / 2f;
            }
        }
        double[] weight = random.doubles(ROWS, .5, 2).toArray();
        return stakes(effect, cost, weight, leastReturn);
    }

    private static Stakes stakes(
            float[][] effect, float[][] cost, double[] weight, double leastReturn) {
        int treatments = effect.length;
        List<String> names = IntStream.range(0, treatments).mapToObj(t -> "t" + t).toList();
        UpliftScores scores =
                new UpliftScores(
                        names, effect, new float[treatments][ROWS], filled(0), Optional.of(cost));
        int[] row = IntStream.range(0, ROWS).toArray();
        int[] fold = IntStream.of(row).map(each -> each % 2).toArray();
        Spending spending =
                new Spending(1, Collections.nCopies(treatments, new Costs(1, 0)), leastReturn);
        return Stakes.of(new OutOfFoldScores(fold, scores, effect, weight, row), spending);
    }

    private static float[] filled(float value) {
        float[] values = new float[ROWS];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }
}
