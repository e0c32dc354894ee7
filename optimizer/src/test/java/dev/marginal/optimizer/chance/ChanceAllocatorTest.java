package dev.marginal.optimizer.chance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.tables.Execution;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChanceAllocatorTest {
    private static final int CASES = 200;
    private static final Allocator STANDARD =
            Allocators.standard(AllocatorSettings.defaults(), new Execution(1));

    @Test
    void plans_are_honest_beside_every_plan_there_is() {
        SplittableRandom random = new SplittableRandom(31);
        int optimal = 0;
        int plans = 0;
        for (int number = 0; number < CASES; number++) {
            RiskyCampaign campaign = RiskyCampaign.random(random);
            SendPlan plan = STANDARD.allocate(campaign.book(), campaign.budget(), campaign.rules());
            OptionalLong best = campaign.best();
            if (best.isEmpty()) {
                assertThat(plan.outcome()).isEqualTo(Outcome.INFEASIBLE);
                assertThat(plan.conflict()).isNotEmpty();
                continue;
            }
            PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
            plans++;
            optimal += plan.outcome() == Outcome.OPTIMAL ? 1 : 0;
            assertThat(Math.round(plan.bound() * 1e6)).isGreaterThanOrEqualTo(best.getAsLong());
            assertThat(plan.valueMicros()).isLessThanOrEqualTo(best.getAsLong());
            if (plan.outcome() == Outcome.OPTIMAL) {
                assertThat(plan.valueMicros()).isEqualTo(best.getAsLong());
            }
        }
        assertThat(optimal).isGreaterThanOrEqualTo(plans * 95 / 100);
    }
}
