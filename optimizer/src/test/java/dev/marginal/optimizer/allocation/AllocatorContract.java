package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.BruteForce;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Reordered;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.SmallCampaign;
import dev.marginal.optimizer.SmallCampaigns;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every allocator promises, on random campaigns small enough to try every plan. */
interface AllocatorContract {
    AllocatorKind kind();

    @Property(seed = "1", tries = 500)
    default void plans_are_honest_beside_every_plan_there_is(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        OptionalLong best = BruteForce.best(campaign.book(), campaign.budget(), campaign.rules());
        SendPlan plan = plan(campaign);
        if (!isPlan(plan)) {
            assertThat(plan.sends()).isZero();
            assertThat(best.isEmpty() || !kind().searches()).as("a plan is found").isTrue();
            assertThat(plan.outcome() == Outcome.INFEASIBLE || !kind().proves()).isTrue();
            assertThat(plan.conflict().isEmpty()).isEqualTo(plan.outcome() == Outcome.NOT_FOUND);
            return;
        }
        assertThat(best).as("a plan exists").isPresent();
        PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
        assertThat(plan.conflict()).isEmpty();
        assertThat(plan.bound()).isGreaterThanOrEqualTo((double) best.getAsLong() / 1e6);
        assertThat(plan.valueMicros()).isLessThanOrEqualTo(best.getAsLong());
        if (kind().proves()) {
            assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        }
        if (plan.outcome() == Outcome.OPTIMAL) {
            assertThat(plan.valueMicros()).isEqualTo(best.getAsLong());
        }
    }

    @Property(seed = "2", tries = 100)
    default void the_order_of_customers_does_not_matter(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign, @ForAll long seed) {
        SendPlan plan = plan(campaign);
        SmallCampaign other =
                campaign.inOrder(Reordered.shuffled(campaign.book().customers(), seed));
        SendPlan reordered = plan(other);
        if (kind().proves()) {
            assertThat(reordered.outcome()).isEqualTo(plan.outcome());
            assertThat(reordered.valueMicros()).isEqualTo(plan.valueMicros());
            assertThat(reordered.bound()).isEqualTo(plan.bound());
        } else if (isPlan(plan) && isPlan(reordered)) {
            assertThat(reordered.bound()).isGreaterThanOrEqualTo(plan.value());
            assertThat(plan.bound()).isGreaterThanOrEqualTo(reordered.value());
        }
    }

    @Property(seed = "3", tries = 100)
    default void doubling_the_budget_never_lowers_what_is_proven(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        double budget = campaign.budget().atMost().orElse(1);
        SendPlan small = plan(campaign.with(Budget.of(budget)));
        SendPlan large = plan(campaign.with(Budget.of(2 * budget)));
        if (!isPlan(small)) {
            return;
        }
        assertThat(large.bound()).isGreaterThanOrEqualTo(small.value());
        if (kind().proves()) {
            assertThat(large.outcome()).isEqualTo(Outcome.OPTIMAL);
            assertThat(large.valueMicros()).isGreaterThanOrEqualTo(small.valueMicros());
        }
    }

    @Property(seed = "4", tries = 30)
    default void any_number_of_threads_gives_the_same_plan(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        SendPlan alone = plan(campaign);
        for (int threads : new int[] {2, 7}) {
            assertThat(plan(kind().on(threads), campaign))
                    .usingRecursiveComparison()
                    .isEqualTo(alone);
        }
    }

    @Property(seed = "5", tries = 30)
    default void without_a_budget_nothing_is_spent(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        SendPlan plan = plan(campaign.with(Budget.of(0)));
        OfferBook book = campaign.book();
        assertThat(plan.spendMicros()).isZero();
        for (int send = 0; send < plan.sends(); send++) {
            assertThat(book.cost()[plan.offer()[send]][plan.customer()[send]]).isZero();
        }
    }

    private SendPlan plan(SmallCampaign campaign) {
        return plan(kind().on(1), campaign);
    }

    private static SendPlan plan(Allocator allocator, SmallCampaign campaign) {
        return allocator.allocate(campaign.book(), campaign.budget(), campaign.rules());
    }

    private static boolean isPlan(SendPlan plan) {
        return plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE;
    }
}
