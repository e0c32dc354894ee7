package dev.marginal.optimizer.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.ExactAllocator;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceEdgesTest {
    private static final Execution ALONE = new Execution(1);
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final Allocator STANDARD = Allocators.standard(SETTINGS, ALONE);
    private static final float[][] VALUE = {{4, 3, 2, 6}};
    private static final float[][] COST = {{4, 1, 1, 3}};
    private static final float[][] VARIANCE = {{0, 1, 0, 9}};
    private static final OfferBook PLAIN =
            new OfferBook(List.of(new Offer("ten", "coupon")), VALUE, COST);
    private static final OfferBook RISKY = with(VARIANCE);

    private static OfferBook with(float[][] variance) {
        return PLAIN.with(List.of(), List.of(new Measure(Budget.VARIANCE, variance)));
    }

    @Test
    void a_confidence_of_one_half_asks_for_the_expected_spend_only() {
        assertThat(STANDARD.allocate(PLAIN, Budget.of(5).with(0.5), Rules.of()))
                .usingRecursiveComparison()
                .isEqualTo(STANDARD.allocate(PLAIN, Budget.of(5), Rules.of()));
    }

    @Test
    void no_budget_is_kept_with_any_confidence() {
        Budget any = new Budget(OptionalDouble.empty(), OptionalDouble.of(0.99));
        assertThat(STANDARD.allocate(PLAIN, any, Rules.of()).sends()).isEqualTo(4);
    }

    @Test
    void a_book_has_to_know_its_variances() {
        Budget budget = Budget.of(5).with(0.9);
        assertThatThrownBy(() -> STANDARD.allocate(PLAIN, budget, Rules.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "measures of a book whose budget has a confidence ([]) must be with cost_variance.");
        OfferBook odd = with(new float[][] {{0, -1, 0, 9}});
        assertThatThrownBy(() -> STANDARD.allocate(odd, budget, Rules.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost_variance of offer ten (-1.0) must be zero or more.");
    }

    @Test
    void allocators_of_linear_limits_refuse_a_confidence_instead_of_ignoring_it() {
        Budget budget = Budget.of(5).with(0.9);
        for (Allocator linear :
                List.of(new ExactAllocator(SETTINGS, ALONE), new PriceAllocator(SETTINGS, ALONE))) {
            assertThatThrownBy(() -> linear.allocate(RISKY, budget, Rules.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("budget confidence");
        }
    }

    @Test
    void greedy_plans_keep_the_promise_too() {
        RedeemedCoupons coupons = RedeemedCoupons.of(2_000, 3);
        Budget budget = Budget.of(800);
        for (Allocator greedy :
                List.of(
                        GreedyAllocator.byValuePerCost(ALONE),
                        GreedyAllocator.byScore(coupons.book().value(), ALONE),
                        GreedyAllocator.random(5, ALONE))) {
            SendPlan plain = greedy.allocate(coupons.book(), budget, Rules.of());
            SendPlan sure = greedy.allocate(coupons.book(), budget.with(0.95), Rules.of());
            assertThat(most(plain, coupons)).isGreaterThan(800);
            assertThat(most(sure, coupons)).isBetween(700.0, 800.0);
            assertThat(sure.bound()).isEqualTo(plain.bound());
        }
    }

    private static double most(SendPlan plan, RedeemedCoupons coupons) {
        Spread spread = Spread.of(coupons.book());
        return plan.spend() + 1.6448536269514722 * Spread.deviation(spread.of(plan));
    }

    @Test
    void a_budget_that_is_met_to_the_last_micro_unit_is_kept_and_one_below_is_not() {
        OfferBook book = with(new float[][] {{9, 9, 9, 9}});
        Rules all = Rules.of(OfferQuota.atLeast("ten", 4));
        double least = 9 + 6 * 1.2815515655446004;
        double up = Math.ceil(least * 1e6) / 1e6;
        assertThat(STANDARD.allocate(book, Budget.of(up).with(0.9), all).outcome())
                .isEqualTo(Outcome.OPTIMAL);
        SendPlan none = STANDARD.allocate(book, Budget.of(up - 2e-6).with(0.9), all);
        assertThat(none.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(none.conflict())
                .contains(
                        "budget at 90 % allows at most 16.69 for the expected spend and 1.282 standard deviations of it");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 1, 14, 1e6, 9e12})
    void any_budget_gives_a_proven_plan(double amount) {
        SendPlan plan = STANDARD.allocate(RISKY, Budget.of(amount).with(0.95), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.limits())
                .extracting(use -> use.limit().name())
                .containsExactly("budget", "budget at 95 %");
        for (LimitUse use : plan.limits()) {
            assertThat(use.use()).isLessThanOrEqualTo(use.limit().most());
        }
        assertThat(plan.sends()).isEqualTo(amount < 1 ? 0 : amount == 1 ? 1 : amount < 1e3 ? 3 : 4);
    }

    @Test
    void amounts_too_large_for_whole_weights_keep_the_promise_by_the_cost_alone() {
        SplittableRandom random = new SplittableRandom(4);
        float[][] columns = new float[3][120];
        for (int row = 0; row < 120; row++) {
            columns[0][row] = (float) random.nextDouble(1e5, 9e5);
            columns[1][row] = (float) random.nextDouble(5e8, 1e9);
            columns[2][row] = (float) random.nextDouble(1e8, 1e9);
        }
        OfferBook book =
                new OfferBook(
                                List.of(new Offer("house", "letter")),
                                new float[][] {columns[0]},
                                new float[][] {columns[1]})
                        .with(
                                List.of(),
                                List.of(new Measure(Budget.VARIANCE, new float[][] {columns[2]})));
        Budget budget = Budget.of(3e10).with(0.95);
        Margin margin = Margin.of(budget).orElseThrow();
        assertThat(Weights.near(1e-6, Spread.of(book), margin)).isEqualTo(Weights.PLAIN);
        SendPlan plan = STANDARD.allocate(book, budget, Rules.of());
        assertThat(margin.keeps(plan.spendMicros(), Spread.of(book).of(plan))).isTrue();
        assertThat(plan.gap()).isLessThan(1e-4);
    }
}
