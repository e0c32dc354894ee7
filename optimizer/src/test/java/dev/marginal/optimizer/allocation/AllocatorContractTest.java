package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.BruteForce;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.SmallCampaign;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every allocator promises. */
class AllocatorContractTest {
    private static final int CAMPAIGNS = 300;

    enum Kind {
        EXACT(execution -> new ExactAllocator(AllocatorSettings.defaults(), execution)),
        PRICE(execution -> new PriceAllocator(AllocatorSettings.defaults(), execution)),
        GREEDY(GreedyAllocator::byValuePerCost),
        RANDOM(execution -> GreedyAllocator.random(1, execution)),
        STANDARD(execution -> Allocators.standard(AllocatorSettings.defaults(), execution));

        private final Function<Execution, Allocator> maker;

        Kind(Function<Execution, Allocator> maker) {
            this.maker = maker;
        }

        Allocator on(int threads) {
            return maker.apply(new Execution(threads));
        }

        boolean proves() {
            return this == EXACT || this == STANDARD;
        }

        boolean searches() {
            return proves() || this == PRICE;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_small_plan_is_honest_beside_brute_force(Kind kind) {
        Allocator allocator = kind.on(1);
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            SmallCampaign campaign = SmallCampaign.of(seed);
            OptionalLong best =
                    BruteForce.best(campaign.book(), campaign.budget(), campaign.rules());
            SendPlan plan =
                    allocator.allocate(campaign.book(), campaign.budget(), campaign.rules());
            assertThat(plan.outcome())
                    .as("%s is infeasible", campaign)
                    .matches(
                            outcome ->
                                    best.isPresent()
                                            ? outcome != Outcome.INFEASIBLE
                                            : outcome == Outcome.INFEASIBLE || !kind.searches());
            if (plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE) {
                PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
                compare(kind, campaign, plan, best.getAsLong());
            } else {
                assertThat(best.isEmpty() || !kind.searches()).as("%s", campaign).isTrue();
                assertThat(plan.sends()).isZero();
            }
            assertThat(plan.conflict().isEmpty()).isEqualTo(plan.outcome() != Outcome.INFEASIBLE);
        }
    }

    private static void compare(Kind kind, SmallCampaign campaign, SendPlan plan, long best) {
        double exact = (double) best / OfferBook.MICROS;
        assertThat(plan.bound()).as("%s, bound", campaign).isGreaterThanOrEqualTo(exact);
        assertThat(plan.valueMicros()).as("%s, value", campaign).isLessThanOrEqualTo(best);
        if (kind.proves() || plan.outcome() == Outcome.OPTIMAL) {
            assertThat(plan.valueMicros()).as("%s, value", campaign).isEqualTo(best);
            assertThat(plan.outcome()).as("%s", campaign).isEqualTo(Outcome.OPTIMAL);
            assertThat(plan.gap()).as("%s, gap", campaign).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void any_number_of_threads_gives_the_same_plan(Kind kind) {
        OfferBook book = GeneratedBook.of(kind == Kind.EXACT ? 300 : 45_000, 4, 3);
        Budget budget = Budget.of(0.1 * GeneratedBook.fullSpend(book));
        Rules rules = mixed(book.customers());
        SendPlan alone = kind.on(1).allocate(book, budget, rules);
        for (int threads : new int[] {2, 7}) {
            assertThat(kind.on(threads).allocate(book, budget, rules))
                    .usingRecursiveComparison()
                    .isEqualTo(alone);
        }
        PlanCheck.check(alone, book, budget, rules);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EXACT", "STANDARD"})
    void doubling_the_budget_never_lowers_the_value(Kind kind) {
        OfferBook book = GeneratedBook.of(150, 3, 5);
        Rules rules = mixed(book.customers());
        long before = Long.MIN_VALUE;
        for (double budget = 8; budget < 300; budget *= 2) {
            SendPlan plan = kind.on(1).allocate(book, Budget.of(budget), rules);
            assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
            assertThat(plan.valueMicros()).isGreaterThanOrEqualTo(before);
            before = plan.valueMicros();
        }
    }

    @Test
    @Timeout(60)
    void prices_of_rules_that_fight_do_not_grow_for_ever() {
        for (long seed = 1_700; seed < 1_800; seed++) {
            SmallCampaign campaign = SmallCampaign.of(seed);
            SendPlan plan =
                    Kind.EXACT.on(1).allocate(campaign.book(), campaign.budget(), campaign.rules());
            assertThat(plan.outcome()).isIn(Outcome.OPTIMAL, Outcome.INFEASIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_zero_budget_is_an_empty_plan(Kind kind) {
        OfferBook book = GeneratedBook.of(200, 3, 6);
        SendPlan plan = kind.on(2).allocate(book, Budget.of(0), Rules.of());
        assertThat(plan.sends()).isZero();
        assertThat(plan.gap() == 0 || !kind.searches()).isTrue();
        assertThat(plan.outcome() == Outcome.OPTIMAL || !kind.searches()).isTrue();
    }

    private static Rules mixed(int customers) {
        return Rules.of(
                new ContactLimit(Scope.ANY, 2),
                Exclusion.of("offer_0", "offer_1"),
                ChannelCap.sends("push", customers / 8),
                OfferQuota.atLeast("offer_2", customers / 20));
    }
}
