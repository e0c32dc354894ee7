package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GreedyPolicyTest {
    private static final GreedyAllocator EARNERS = GreedyAllocator.byValuePerCost(new Execution(1));
    private static final int CUSTOMERS = 20_000;
    private static final OfferBook BOOK = GeneratedBook.of(CUSTOMERS, 3, 8);
    private static final Budget HALF = Budget.of(0.3 * GeneratedBook.fullSpend(BOOK));

    @Test
    void a_greedy_plans_policy_sends_what_the_plan_sends_but_for_the_last_of_the_budget() {
        Rules rules = Rules.of(new ContactLimit(Scope.ANY, 1), ChannelCap.sends("push", 1_500));
        int[] kind = new int[CUSTOMERS];

        assertSame(BOOK, rules, kind, new int[] {0});
    }

    @Test
    void customers_with_a_budget_of_their_own_are_cut_off_elsewhere() {
        int[] kind = IntStream.range(0, CUSTOMERS).map(customer -> customer / 10 % 2).toArray();
        OfferBook book =
                BOOK.with(
                        List.of(new Segmentation("region", List.of("north", "south"), kind)),
                        List.of());
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 2),
                        new SegmentBudget(
                                "region",
                                Scope.ANY,
                                Map.of("south", Allowance.spend(0, 500)),
                                Allowance.NONE));

        GreedyPolicy policy = assertSame(book, rules, kind, new int[] {0, 10});

        assertThat(policy.sets(1, EARNERS, BOOK).rows().length)
                .as("rows that would get anything in the south")
                .isLessThan(policy.sets(0, EARNERS, BOOK).rows().length / 2);
    }

    @Test
    void sends_that_were_pinned_say_nothing_of_the_list() {
        OfferBook book =
                new OfferBook(
                        List.of(new Offer("ten", "coupon")),
                        new float[][] {{4, 3, 2, 1}},
                        new float[][] {{1, 1, 1, 1}});
        Pins pins = new Pins(new int[] {3}, new OfferSet[] {new OfferSet(1)});
        SendPlan plan = new PinnedAllocator(pins, EARNERS).allocate(book, Budget.of(3), Rules.of());
        GreedyPolicy policy =
                GreedyPolicy.of(EARNERS, plan, book, Rules.of(), new int[4], new int[] {0}, pins);

        assertThat(plan.customer()).containsExactly(0, 1, 3);
        assertThat(policy.sets(0, EARNERS, book).rows()).containsExactly(0, 1);
    }

    /** In every kind, each customer's set but for a few in a thousand. */
    private static GreedyPolicy assertSame(OfferBook book, Rules rules, int[] kind, int[] member) {
        SendPlan plan = EARNERS.allocate(book, HALF, rules);
        GreedyPolicy policy = GreedyPolicy.of(EARNERS, plan, book, rules, kind, member, Pins.NONE);
        long[] sent = new long[CUSTOMERS];
        for (int send = 0; send < plan.sends(); send++) {
            sent[plan.customer()[send]] |= 1L << plan.offer()[send];
        }
        long[] chosen = new long[CUSTOMERS];
        for (int one = 0; one < member.length; one++) {
            Agreement picked = policy.sets(one, EARNERS, book);
            for (int i = 0; i < picked.rows().length; i++) {
                if (kind[picked.rows()[i]] == one) {
                    chosen[picked.rows()[i]] = picked.sets()[i];
                }
            }
        }
        assertThat(plan.sends()).isGreaterThan(1_000);
        assertThat(IntStream.range(0, CUSTOMERS).filter(one -> sent[one] != chosen[one]).count())
                .isLessThan(plan.sends() / 200);
        return policy;
    }
}
