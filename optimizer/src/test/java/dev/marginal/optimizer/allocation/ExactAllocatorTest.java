package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.tables.Execution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExactAllocatorTest {
    private static final OfferBook BOOK = GeneratedBook.of(300, 3, 21);
    private static final Budget BUDGET = Budget.of(0.1 * GeneratedBook.fullSpend(BOOK));
    private static final Rules RULES =
            Rules.of(new ContactLimit(Scope.ANY, 2), ChannelCap.sends("push", 40));

    @Test
    void who_asks_for_a_gap_gets_a_plan_proven_as_near_and_no_search_beyond() {
        SendPlan best = plan(1e-7);
        SendPlan near = plan(0.01);

        assertThat(best.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(near.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(near.gap()).isBetween(1e-9, 0.01);
        assertThat(near.bound())
                .as("that of the prices, which no search has lowered")
                .isGreaterThan(best.bound());
    }

    @Test
    void a_gap_that_prices_do_not_reach_is_searched_for() {
        double ofPrices = plan(0.5).gap();

        assertThat(plan(ofPrices / 2).gap()).isLessThanOrEqualTo(ofPrices / 2);
    }

    private static SendPlan plan(double gap) {
        SendPlan plan =
                new ExactAllocator(
                                new AllocatorSettings(gap, Duration.ofMinutes(5)), new Execution(2))
                        .allocate(BOOK, BUDGET, RULES);
        PlanCheck.check(plan, BOOK, BUDGET, RULES);
        return plan;
    }
}
