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
    private static final Execution ALONE = new Execution(1);
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();

    @Test
    void small_campaigns_get_the_best_of_all_plans_with_its_proof() {
        Allocator standard = Allocators.standard(SETTINGS, ALONE);
        SplittableRandom random = new SplittableRandom(31);
        for (int number = 0; number < 150; number++) {
            RiskyCampaign campaign = RiskyCampaign.random(random);
            SendPlan plan = honest(standard, campaign);
            assertThat(plan.outcome())
                    .isEqualTo(campaign.best().isPresent() ? Outcome.OPTIMAL : Outcome.INFEASIBLE);
        }
    }

    @Test
    void plans_by_prices_are_honest_beside_every_plan_there_is() {
        Allocator priced = Allocators.byPrices(SETTINGS, ALONE);
        SplittableRandom random = new SplittableRandom(32);
        for (int number = 0; number < 150; number++) {
            honest(priced, RiskyCampaign.random(random));
        }
    }

    private static SendPlan honest(Allocator allocator, RiskyCampaign campaign) {
        SendPlan plan = allocator.allocate(campaign.book(), campaign.budget(), campaign.rules());
        OptionalLong best = campaign.best();
        if (plan.outcome() == Outcome.INFEASIBLE) {
            assertThat(best).isEmpty();
            assertThat(plan.conflict()).isNotEmpty();
            return plan;
        }
        best.ifPresent(
                most -> assertThat(Math.round(plan.bound() * 1e6)).isGreaterThanOrEqualTo(most));
        if (plan.outcome() == Outcome.NOT_FOUND) {
            assertThat(plan.sends()).isZero();
            return plan;
        }
        PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
        assertThat(campaign.keeps(plan)).isTrue();
        assertThat(plan.valueMicros()).isLessThanOrEqualTo(best.orElseThrow());
        if (plan.outcome() == Outcome.OPTIMAL) {
            assertThat(plan.valueMicros()).isEqualTo(best.orElseThrow());
        }
        return plan;
    }
}
