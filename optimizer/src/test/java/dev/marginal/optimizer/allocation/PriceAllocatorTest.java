package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceAllocatorTest {
    private static final PriceAllocator ALLOCATOR =
            new PriceAllocator(AllocatorSettings.defaults(), new Execution(2));

    @ParameterizedTest(name = "{0} customers, {1} offers, {2} kinds")
    @CsvSource({"32000, 2, 0", "50000, 6, 0", "32000, 2, 25", "50000, 6, 30", "50000, 6, 2000"})
    void the_gap_is_at_most_one_in_ten_thousand(int customers, int offers, int kinds) {
        OfferBook book = GeneratedBook.of(customers, offers, 11, kinds);
        Budget budget = Budget.of(0.2 * GeneratedBook.fullSpend(book) / (offers > 2 ? 3 : 1));
        Rules rules = offers > 2 ? many(customers) : few(customers);
        SendPlan plan = ALLOCATOR.allocate(book, budget, rules);
        PlanCheck.check(plan, book, budget, rules);
        assertThat(plan.gap()).isLessThanOrEqualTo(1e-4);
        assertThat(plan.limits().stream().filter(LimitUse::binds).count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void crossing_exclusions_are_planned_as_closely() {
        OfferBook book = GeneratedBook.of(20_000, 5, 12);
        Budget budget = Budget.of(0.15 * GeneratedBook.fullSpend(book));
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 3),
                        Exclusion.of("offer_0", "offer_1"),
                        Exclusion.of("offer_1", "offer_2"),
                        Exclusion.of("offer_2", "offer_3"),
                        ChannelCap.sends("email", 3_000));
        SendPlan plan = ALLOCATOR.allocate(book, budget, rules);
        PlanCheck.check(plan, book, budget, rules);
        assertThat(plan.gap()).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void without_limits_everyone_gets_what_is_worth_it() {
        OfferBook book = GeneratedBook.of(3_000, 3, 13);
        SendPlan plan = ALLOCATOR.allocate(book, Budget.unlimited(), Rules.of());
        PlanCheck.check(plan, book, Budget.unlimited(), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.limits()).isEmpty();
    }

    @Test
    void a_limit_that_is_not_used_up_has_no_price() {
        OfferBook book = GeneratedBook.of(5_000, 3, 14);
        Budget budget = Budget.of(10 * GeneratedBook.fullSpend(book));
        Rules rules = Rules.of(ChannelCap.sends("push", 1_000), ChannelCap.sends("email", 5_000));
        SendPlan plan = ALLOCATOR.allocate(book, budget, rules);
        assertThat(plan.limits().stream().map(LimitUse::binds)).containsExactly(false, true, false);
        assertThat(plan.limits().get(1).price()).isPositive();
    }

    @Test
    void a_floor_forces_losses_at_a_negative_price() {
        OfferBook book = GeneratedBook.flat(2_000, -1, 1);
        Rules rules = Rules.of(OfferQuota.atLeast("coupon", 500));
        SendPlan plan = ALLOCATOR.allocate(book, Budget.unlimited(), rules);
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.sends()).isEqualTo(500);
        assertThat(plan.value()).isEqualTo(-500);
        assertThat(plan.limits().get(0).price()).isEqualTo(-1);
    }

    @Test
    void nothing_worth_sending_is_an_empty_optimal_plan() {
        SendPlan plan =
                ALLOCATOR.allocate(GeneratedBook.flat(2_000, -1, 1), Budget.of(50), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.sends()).isZero();
        assertThat(plan.gap()).isZero();
    }

    @Test
    void equal_customers_fill_a_budget_to_the_last_send() {
        SendPlan plan =
                ALLOCATOR.allocate(GeneratedBook.flat(30_000, 3, 2), Budget.of(10_001), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.sends()).isEqualTo(5_000);
    }

    @Test
    void free_sends_need_no_budget() {
        SendPlan plan =
                ALLOCATOR.allocate(GeneratedBook.flat(1_000, 3, 0), Budget.of(0), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.sends()).isEqualTo(1_000);
    }

    @Test
    void a_floor_that_takes_the_budget_to_the_last_micro_unit_is_kept() {
        OfferBook book = GeneratedBook.of(30_000, 2, 15);
        double cheapest = cheapest(book, 0, 4_000);
        Rules rules = Rules.of(OfferQuota.atLeast("offer_0", 4_000));
        SendPlan plan = ALLOCATOR.allocate(book, Budget.of(cheapest), rules);
        assertThat(plan.outcome()).isIn(Outcome.OPTIMAL, Outcome.FEASIBLE);
        PlanCheck.check(plan, book, Budget.of(cheapest), rules);

        SendPlan none = ALLOCATOR.allocate(book, Budget.of(cheapest - 1e-6), rules);
        assertThat(none.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(none.conflict()).hasSize(2);
    }

    @Test
    void a_time_limit_that_is_over_at_once_still_gives_an_honest_plan() {
        OfferBook book = GeneratedBook.of(5_000, 3, 16);
        Budget budget = Budget.of(0.1 * GeneratedBook.fullSpend(book));
        AllocatorSettings hasty = new AllocatorSettings(0, Duration.ofNanos(1));
        SendPlan plan =
                new PriceAllocator(hasty, new Execution(2)).allocate(book, budget, few(5_000));
        assertThat(plan.outcome()).isEqualTo(Outcome.FEASIBLE);
        PlanCheck.check(plan, book, budget, few(5_000));
    }

    @Test
    void nobody_to_send_to_is_an_empty_plan() {
        SendPlan plan = ALLOCATOR.allocate(GeneratedBook.flat(0, 1, 1), Budget.of(10), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.sends()).isZero();
    }

    private static double cheapest(OfferBook book, int offer, int sends) {
        long[] costs = new long[book.customers()];
        Arrays.setAll(costs, customer -> book.costMicros(offer, customer));
        Arrays.sort(costs);
        return Arrays.stream(costs).limit(sends).sum() / 1e6;
    }

    private static Rules few(int customers) {
        return Rules.of(
                new ContactLimit(Scope.ANY, 1),
                ChannelCap.sends("push", customers / 12),
                OfferQuota.atMost("offer_0", customers / 10));
    }

    private static Rules many(int customers) {
        return Rules.of(
                new ContactLimit(Scope.ANY, 2),
                new ContactLimit(new Scope.OfChannel("coupon"), 1),
                ChannelCap.sends("push", customers / 12),
                ChannelCap.spend("coupon", customers * 0.06),
                OfferQuota.atLeast("offer_2", customers / 12),
                ChannelCap.sends("email", customers / 11));
    }
}
