package dev.marginal.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;

class SparkAllocatorTest {
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final Execution TWO = new Execution(2);
    private static final SparkAllocator SPARK = new SparkAllocator(SETTINGS, TWO);
    private static final Rules EVERYONE_ONCE =
            Rules.of(
                    terms ->
                            Stream.of(
                                    Limit.sends(
                                            "everyone",
                                            new OfferSet(1),
                                            110_000,
                                            Limit.Shared.UNLIMITED)));

    @Test
    void ten_thousand_customers_get_the_plan_of_one_machine_for_any_partitions() {
        requireSame(new Planted(10_000), 1, 4, 16);
    }

    @Test
    void so_do_a_million() {
        requireSame(new Planted(1_000_000), 1, 4, 16);
    }

    private static void requireSame(Planted campaign, int... partitions) {
        SendPlan local =
                Allocators.standard(SETTINGS, TWO)
                        .allocate(campaign.book(), campaign.budget(), campaign.rules());
        assertThat(local.outcome()).isIn(Outcome.OPTIMAL, Outcome.FEASIBLE);
        for (int count : partitions) {
            JavaRDD<Part<Integer>> parts = parts(campaign, count);
            try (var plan = SPARK.allocate(parts, campaign.budget(), campaign.rules())) {
                SamePlan.require(plan, local);
            } finally {
                parts.unpersist(true);
            }
        }
    }

    private static JavaRDD<Part<Integer>> parts(Planted campaign, int count) {
        return campaign.parts(LocalSpark.context(), count).persist(StorageLevel.MEMORY_ONLY());
    }

    @Test
    void a_pass_brings_sums_to_the_driver_and_no_customers() {
        Planted campaign = new Planted(200_000);

        try (var plan = SPARK.allocate(parts(campaign, 8), campaign.budget(), campaign.rules())) {
            assertThat(plan.traffic().passes()).isBetween(2, 6);
            assertThat(plan.traffic().passBytes()).isLessThan(20_000);
            assertThat(plan.traffic().rows()).isLessThan(120_000);
        }
    }

    @Test
    void limits_that_fight_are_named_as_one_machine_names_them() {
        Planted campaign = new Planted(110_000);
        SendPlan local =
                Allocators.standard(SETTINGS, TWO)
                        .allocate(campaign.book(), Budget.of(1), EVERYONE_ONCE);
        assertThat(local.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(local.conflict()).isNotEmpty();

        try (var plan = SPARK.allocate(parts(campaign, 4), Budget.of(1), EVERYONE_ONCE)) {
            SamePlan.require(plan, local);
            assertThat(plan.sends()).isZero();
            assertThat(plan.traffic().rows()).isGreaterThanOrEqualTo(110_000);
        }
    }

    @Test
    void a_limit_that_a_few_sends_use_up_is_filled_as_by_one_machine() {
        Planted campaign = new Planted(110_000);
        Budget few = Budget.of(0.05);
        SendPlan local =
                Allocators.standard(SETTINGS, TWO).allocate(campaign.book(), few, Rules.of());
        assertThat(local.gap()).isGreaterThan(0.001);

        try (var plan = SPARK.allocate(parts(campaign, 4), few, Rules.of())) {
            SamePlan.require(plan, local);
            assertThat(plan.traffic().rows()).isGreaterThanOrEqualTo(110_000);
        }
    }

    @Test
    void a_driver_without_the_memory_says_what_it_takes() {
        Planted campaign = new Planted(110_000);
        SparkAllocator little = new SparkAllocator(SETTINGS, TWO, new DriverMemory(10 << 20));

        assertThatThrownBy(() -> little.allocate(parts(campaign, 4), Budget.of(1), EVERYONE_ONCE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "campaign: plan could not be made near the lowest prices, as where rules fight or a few sends use up a limit; a look at everyone at once takes 51 MB, and the driver has 10 MB.")
                .hasMessageContaining("Give the driver more memory (MARGINAL_JAVA_OPTIONS=-Xmx8g");
    }

    @Test
    void a_budget_with_a_confidence_is_refused() {
        Planted campaign = new Planted(1_000);

        assertThatThrownBy(
                        () ->
                                SPARK.allocate(
                                        parts(campaign, 2),
                                        campaign.budget().with(0.9),
                                        campaign.rules()))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "campaign: budget confidence (0.9) is not reckoned with on Spark. Plan on one machine (./marginal plan), or leave the confidence out.");
    }

    @Test
    void a_value_that_occurs_in_no_part_is_refused_before_any_search() {
        Planted campaign = new Planted(150_000);
        Limit unknown = Limit.sends("calls", new OfferSet(1), Segment.of("region", "nort"), 0, 10);

        assertThatThrownBy(
                        () ->
                                SPARK.allocate(
                                        parts(campaign, 2),
                                        campaign.budget(),
                                        Rules.of(terms -> Stream.of(unknown))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("region (nort) must be one of [east, north, south, west]");
    }

    @Test
    void partitions_hold_one_part_each() {
        Planted campaign = new Planted(1_000);
        JavaRDD<Part<Integer>> crowded = campaign.parts(LocalSpark.context(), 4).coalesce(2);

        assertThatThrownBy(() -> SPARK.allocate(crowded, campaign.budget(), campaign.rules()))
                .hasMessageContaining("parts of a partition (none or many) must be one");
    }

    @Test
    void more_customers_than_can_be_numbered_are_refused() {
        assertThatThrownBy(() -> SparkAllocator.requireCountable(3_000_000_000L))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "audience: customers (3000000000) must be at most 2147483647.");
    }
}
