package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreedyAllocatorTest {
    private static final Execution ALONE = new Execution(1);
    private static final float[][] VALUE = {{4, 3, -1, 6}};
    private static final float[][] COST = {{4, 1, 1, 3}};
    private static final OfferBook BOOK =
            new OfferBook(List.of(new Offer("ten", "coupon")), VALUE, COST);

    @Test
    void the_best_value_per_cost_goes_first_and_losses_are_left_out() {
        SendPlan plan =
                GreedyAllocator.byValuePerCost(ALONE).allocate(BOOK, Budget.of(5), Rules.of());
        assertThat(plan.customer()).containsExactly(1, 3);
    }

    @Test
    void the_best_score_goes_first_whatever_it_earns() {
        Allocator response =
                GreedyAllocator.byScore(new float[][] {{0.1f, Float.NaN, 0.9f, -0.5f}}, ALONE);
        assertThat(response.allocate(BOOK, Budget.of(5), Rules.of()).customer())
                .containsExactly(0, 2);
        assertThat(response.allocate(BOOK, Budget.of(4), Rules.of()).customer())
                .containsExactly(2, 3);
    }

    @Test
    void floors_are_filled_with_the_cheapest_where_the_best_do_not_fit() {
        Rules rules = Rules.of(OfferQuota.atLeast("ten", 3));
        Allocator greedy = GreedyAllocator.byValuePerCost(ALONE);
        assertThat(greedy.allocate(BOOK, Budget.of(8), rules).customer()).containsExactly(0, 1, 3);
        assertThat(greedy.allocate(BOOK, Budget.of(5), rules).customer()).containsExactly(1, 2, 3);
        assertThat(greedy.allocate(BOOK, Budget.of(4), rules).outcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void random_sends_differ_by_seed_and_earn_about_the_average() {
        OfferBook book = GeneratedBook.of(20_000, 1, 2);
        Budget half = Budget.of(0.5 * GeneratedBook.fullSpend(book));
        SendPlan all =
                GreedyAllocator.random(1, ALONE).allocate(book, Budget.unlimited(), Rules.of());
        SendPlan one = GreedyAllocator.random(1, ALONE).allocate(book, half, Rules.of());
        SendPlan other = GreedyAllocator.random(2, ALONE).allocate(book, half, Rules.of());
        assertThat(one.customer()).isNotEqualTo(other.customer());
        assertThat(one.value() / all.value()).isBetween(0.47, 0.53);
        assertThat(other.value() / all.value()).isBetween(0.47, 0.53);
    }
}
