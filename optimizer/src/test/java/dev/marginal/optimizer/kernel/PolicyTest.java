package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Rules RULES =
            Rules.of(new ContactLimit(Scope.ANY, 1), ChannelCap.sends("push", 1_500));

    @Test
    void a_plans_policy_sends_what_the_plan_sends_but_for_the_indifferent() {
        OfferBook book = GeneratedBook.of(20_000, 3, 8);
        SendPlan plan = plan(book);
        OfferSet[] chosen = Policy.of(Terms.of(book), plan, RULES).choose(book);
        long same = 0;
        for (int send = 0; send < plan.sends(); send++) {
            same += chosen[plan.customer()[send]].contains(plan.offer()[send]) ? 1 : 0;
        }
        long sends = 0;
        for (OfferSet set : chosen) {
            sends += set.size();
            assertThat(set.size()).isLessThanOrEqualTo(1);
        }
        assertThat(plan.sends() - same).isLessThan(40);
        assertThat(sends - same).isLessThan(40);
    }

    @Test
    void customers_of_a_kind_pay_the_same_prices_within_the_same_personal_limits() {
        int[] codes = IntStream.range(0, 3_000).map(customer -> customer / 10 % 3).toArray();
        Segmentation left = new Segmentation("left", List.of("plenty", "0", "1"), codes);
        OfferBook book = GeneratedBook.of(3_000, 3, 8).with(List.of(left), List.of());
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 1),
                        new SlotsLeft("weekly", Scope.ANY, "left"),
                        ChannelCap.sends("push", 100));
        SendPlan plan = plan(book, rules);
        Policy policy = Policy.of(Terms.of(book), plan, rules);
        assertThat(policy.kinds(book))
                .isEqualTo(IntStream.of(codes).map(code -> code % 2).toArray());
        OfferSet[] chosen = policy.choose(book);
        assertThat(IntStream.range(0, 3_000).filter(one -> codes[one] == 1))
                .allMatch(customer -> chosen[customer].size() == 0);
        assertThat(plan.sends()).isPositive();
    }

    @Test
    void a_policy_refuses_other_offers() {
        OfferBook book = GeneratedBook.of(3_000, 3, 8);
        Policy policy = Policy.of(Terms.of(book), plan(book), RULES);
        assertThatThrownBy(() -> policy.choose(GeneratedBook.of(10, 2, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("offers of the book");
    }

    private static SendPlan plan(OfferBook book) {
        return plan(book, RULES);
    }

    private static SendPlan plan(OfferBook book, Rules rules) {
        return Allocators.standard(AllocatorSettings.defaults(), new Execution(2))
                .allocate(book, Budget.of(0.05 * GeneratedBook.fullSpend(book)), rules);
    }
}
