package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
    private static final OfferBook BOOK = GeneratedBook.of(400_000, 6, 4);
    private static final Budget BUDGET = Budget.of(0.05 * GeneratedBook.fullSpend(BOOK));
    private static final Rules RULES =
            Rules.of(new ContactLimit(Scope.ANY, 1), ChannelCap.sends("push", 20_000));

    @Test
    void a_search_cancelled_before_it_starts_still_gives_a_plan_that_keeps_every_limit() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        SendPlan plan = allocate(cancellation);
        PlanCheck.check(plan, BOOK, BUDGET, RULES);
        assertThat(plan.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(plan.value()).isPositive();
        assertThat(plan.gap()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 30, 120})
    void a_search_cancelled_on_the_way_keeps_what_it_has(long millis) throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<SendPlan> search =
                CompletableFuture.supplyAsync(() -> allocate(cancellation));
        Thread.sleep(millis);
        cancellation.cancel();
        PlanCheck.check(search.get(), BOOK, BUDGET, RULES);
    }

    private static SendPlan allocate(Cancellation cancellation) {
        return new PriceAllocator(AllocatorSettings.defaults(), new Execution(2), cancellation)
                .allocate(BOOK, BUDGET, RULES);
    }
}
