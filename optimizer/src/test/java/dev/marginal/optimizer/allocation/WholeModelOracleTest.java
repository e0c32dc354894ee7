package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.solving.ortools.WholeOracle;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Campaigns of a few dozen customers beside CP-SAT on all sends at once. */
class WholeModelOracleTest {
    @Property(seed = "1", tries = 60)
    void exact_plans_are_the_best(@ForAll @LongRange(max = 1L << 40) long seed) {
        MediumCampaign campaign = MediumCampaign.of(seed, 20, 60);
        OptionalLong best = best(campaign);
        SendPlan plan = plan(AllocatorKind.EXACT, campaign);
        assertThat(plan.outcome())
                .isEqualTo(best.isPresent() ? Outcome.OPTIMAL : Outcome.INFEASIBLE);
        assertThat(plan.valueMicros()).isEqualTo(best.orElse(0));
        check(plan, campaign);
    }

    @Property(seed = "2", tries = 60)
    void no_plan_is_better_than_a_bound(@ForAll @LongRange(max = 1L << 40) long seed) {
        MediumCampaign campaign = MediumCampaign.of(seed, 20, 60);
        OptionalLong best = best(campaign);
        for (AllocatorKind kind : List.of(AllocatorKind.PRICE, AllocatorKind.GREEDY)) {
            SendPlan plan = plan(kind, campaign);
            assertThat(plan.outcome() == Outcome.INFEASIBLE && best.isPresent()).isFalse();
            if (best.isPresent()) {
                assertThat(plan.bound()).isGreaterThanOrEqualTo(best.getAsLong() / 1e6);
                assertThat(plan.sends() == 0 || plan.valueMicros() <= best.getAsLong()).isTrue();
            }
            check(plan, campaign);
        }
    }

    private static SendPlan plan(AllocatorKind kind, MediumCampaign campaign) {
        return kind.on(1).allocate(campaign.book(), campaign.budget(), campaign.rules());
    }

    private static OptionalLong best(MediumCampaign campaign) {
        return WholeOracle.best(campaign.book(), campaign.budget(), campaign.rules());
    }

    private static void check(SendPlan plan, MediumCampaign campaign) {
        if (plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE) {
            PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
        }
    }
}
