package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.tables.Execution;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreedyFloorsTest {
    @Test
    void a_send_that_would_break_a_floor_is_not_made() {
        OfferBook book =
                new OfferBook(
                        List.of(new Offer("ten", "coupon")),
                        new float[][] {{1}},
                        new float[][] {{1}});
        Limit.Part part = new Limit.Part(new OfferSet(1), Segment.EVERYONE, Charge.SENDS, -1);
        Limit floor = new Limit.Shared("floor", List.of(part), 0, Limit.Shared.UNLIMITED);
        Rules rules = Rules.of(terms -> List.of(floor).stream());
        SendPlan plan =
                GreedyAllocator.byValuePerCost(new Execution(1))
                        .allocate(book, Budget.unlimited(), rules);
        PlanCheck.check(plan, book, Budget.unlimited(), rules);
        assertThat(plan.sends()).isZero();
    }
}
