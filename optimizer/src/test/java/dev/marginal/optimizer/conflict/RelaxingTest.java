package dev.marginal.optimizer.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.BruteForce;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SmallCampaign;
import dev.marginal.optimizer.SmallCampaigns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Conflicts of random campaigns small enough to try every plan. */
class RelaxingTest {
    @Property(seed = "11", tries = 250)
    void the_limits_that_fight_do_so_and_without_any_one_of_them_a_plan_exists(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        given(
                campaign,
                found -> {
                    assertThat(found.limits.isEmpty())
                            .isEqualTo(exists(campaign.book(), Side.all(found.instance)));
                    assertThat(exists(campaign.book(), found.limits))
                            .isEqualTo(found.limits.isEmpty());
                    for (Limit limit : found.limits) {
                        assertThat(exists(campaign.book(), Side.without(found.limits, limit)))
                                .as("without %s", limit.name())
                                .isTrue();
                    }
                });
    }

    @Property(seed = "12", tries = 250)
    void a_plan_exists_with_the_stated_change_and_none_with_one_step_less(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        given(
                campaign,
                found -> {
                    for (Leeway leeway : found.leeways) {
                        List<Limit> kept = leeway.alone() ? Side.all(found.instance) : found.limits;
                        Dial dial = Dial.of(leeway.side(), campaign.book());
                        long less = leeway.amount() - dial.direction();
                        assertThat(leeway.enough()).as("a plan is found").isTrue();
                        assertThat(exists(campaign.book(), dial.turned(kept, leeway.amount())))
                                .as("%s at %d", leeway.side().name(), leeway.amount())
                                .isTrue();
                        assertThat(exists(campaign.book(), dial.turned(kept, less)))
                                .as("%s at %d", leeway.side().name(), less)
                                .isFalse();
                    }
                });
    }

    @Property(seed = "13", tries = 250)
    void prices_never_ask_for_more_than_some_plan_needs(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign) {
        List<Limit> sides = Side.all(instance(campaign));
        try (Workers workers = new Workers(new Execution(1))) {
            Feasibility feasibility = feasibility(workers);
            try (Dual dual = feasibility.dual(sides, new Worthless(campaign.book()))) {
                for (Limit side : sides) {
                    if (side instanceof Limit.Shared shared) {
                        List<Limit> others = Side.without(sides, side);
                        Asked asked = dual.asked(side, others);
                        assertThat(asked.possible() || !exists(campaign.book(), others)).isTrue();
                        Feasibility.Least least =
                                feasibility.least(shared, others, instance(campaign));
                        if (least.proof() == Feasibility.Proof.SOME) {
                            assertThat(asked.refutes(Side.with(shared, least.use()))).isFalse();
                        }
                    }
                }
            }
        }
    }

    private static boolean exists(OfferBook book, List<Limit> limits) {
        Rules rules = Rules.of(terms -> limits.stream());
        return BruteForce.best(book, Budget.unlimited(), rules).isPresent();
    }

    private static void given(SmallCampaign campaign, Consumer<Found> claim) {
        Instance instance = instance(campaign);
        try (Workers workers = new Workers(new Execution(1))) {
            Feasibility feasibility = feasibility(workers);
            Worthless worthless = new Worthless(campaign.book());
            List<Limit> limits = new Fight(instance, worthless, feasibility).smallest();
            List<Leeway> leeways =
                    limits.isEmpty()
                            ? List.of()
                            : new Relaxing(instance, worthless, feasibility).of(limits);
            claim.accept(new Found(instance, limits, new ArrayList<>(leeways)));
        }
    }

    private static Instance instance(SmallCampaign campaign) {
        return Instance.of(campaign.book(), campaign.budget(), campaign.rules());
    }

    private static Feasibility feasibility(Workers workers) {
        return new Feasibility(workers, Deadline.after(Duration.ofMinutes(1)));
    }

    private record Found(Instance instance, List<Limit> limits, List<Leeway> leeways) {}
}
