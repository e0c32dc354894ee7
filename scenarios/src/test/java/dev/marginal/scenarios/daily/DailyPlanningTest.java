package dev.marginal.scenarios.daily;

import static dev.marginal.scenarios.daily.TwoCampaigns.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What a house of two campaigns may count on, day after day. */
class DailyPlanningTest {
    private static TwoCampaigns house;

    private PlanStore store;

    @BeforeAll
    static void fit(@TempDir Path folder) {
        house = new TwoCampaigns(folder);
    }

    @BeforeEach
    void open(TestInfo test) {
        store = house.store(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void two_campaigns_share_the_weekly_cap_over_days() throws IOException {
        List<DayPlan> all = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            LocalDate date = FIRST.plusDays(day);
            List<DayPlan> todays = plan(date);
            all.addAll(todays);
            house.log(store, date, todays, "delivered");
        }

        assertThat(house.count(all, "select count(*) from sends")).isPositive();
        assertThat(most(all, "customer")).isEqualTo(2);
    }

    @Test
    void the_days_of_a_flight_stay_within_its_budget() throws IOException {
        CampaignFile vouchers = house.changed("vouchers", "budget: 800.00", "budget: 200.00");
        List<DayPlan> all = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            List<DayPlan> todays = house.plan(store, FIRST.plusDays(day), vouchers);
            all.addAll(todays);
            house.log(store, FIRST.plusDays(day), todays, "sent");
        }

        double spend = house.count(all, "select sum(cost) * 1000 from sends") / 1000.0;

        assertThat(spend).isPositive().isLessThanOrEqualTo(200.0 * 3 / 14);
    }

    @Test
    void what_a_superseded_plan_sent_is_paid_from_the_flights_budget() throws IOException {
        CampaignFile vouchers = house.changed("vouchers", "budget: 800.00", "budget: 200.00");
        List<DayPlan> first = house.plan(store, FIRST, vouchers);
        house.log(store, FIRST.minusDays(1), first, "sent");
        double sent = house.count(first, "select sum(cost) * 1000 from sends") / 1000.0;

        List<DayPlan> instead = house.plan(store, FIRST, house.superseding(), vouchers);
        double again = house.count(instead, "select sum(cost) * 1000 from sends") / 1000.0;

        assertThat(sent).isPositive();
        assertThat(again).isPositive().isLessThanOrEqualTo((200.0 - sent) / 14);
    }

    @Test
    void a_rerun_from_the_same_inputs_leaves_the_plan_alone() throws IOException {
        List<DayPlan> first = plan(FIRST);

        List<DayPlan> again = plan(FIRST);

        assertThat(first).noneMatch(DayPlan::unchanged);
        assertThat(again).allMatch(DayPlan::unchanged);
        assertThat(again).extracting(DayPlan::folder).isEqualTo(folders(first));
    }

    @Test
    void the_same_inputs_give_the_same_bytes_in_any_store_and_order_of_files() throws IOException {
        List<DayPlan> first = plan(FIRST);
        List<DayPlan> other =
                house.plan(
                        house.store("another"), FIRST, house.file("news"), house.file("vouchers"));

        assertThat(Files.readAllBytes(TwoCampaigns.sends(other.get(1))))
                .isEqualTo(Files.readAllBytes(TwoCampaigns.sends(first.get(0))));
        assertThat(Files.readString(other.get(0).folder().resolve("plan.json")))
                .isEqualTo(Files.readString(first.get(1).folder().resolve("plan.json")));
    }

    @Test
    void other_inputs_are_refused_by_name_and_take_over_only_when_told_to() throws IOException {
        plan(FIRST);
        CampaignFile changed = house.changed("vouchers", "learner: x", "learner: x   # changed");

        assertThatThrownBy(() -> house.plan(store, FIRST, changed, house.file("news")))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("campaign_file: ")
                .hasMessageContaining("--supersede");
        List<DayPlan> instead =
                house.plan(store, FIRST, house.superseding(), changed, house.file("news"));

        assertThat(instead.get(0).made().orElseThrow().difference()).isPresent();
        assertThat(store.plans(FIRST, FIRST).stream().map(plan -> plan.state()))
                .containsExactlyInAnyOrder(
                        PlanState.SUPERSEDED,
                        PlanState.PUBLISHED,
                        PlanState.SUPERSEDED,
                        PlanState.PUBLISHED);
    }

    @Test
    void a_log_that_does_not_reach_yesterday_fails_closed_unless_all_is_taken_for_sent()
            throws IOException {
        List<DayPlan> first = plan(FIRST);

        assertThatThrownBy(() -> plan(FIRST.plusDays(1)))
                .isInstanceOf(StaleInput.class)
                .hasMessageContaining("The log of sends is empty")
                .hasMessageContaining("--assume-planned-sent");
        List<DayPlan> second =
                house.plan(
                        store,
                        FIRST.plusDays(1),
                        house.assuming(),
                        house.file("vouchers"),
                        house.file("news"));

        List<DayPlan> both = new ArrayList<>(first);
        both.addAll(second);
        assertThat(house.count(second, "select count(*) from sends")).isPositive();
        assertThat(most(both, "customer, channel")).as("40 hours between e-mails").isEqualTo(1);
    }

    @Test
    void what_a_backfill_plans_counts_for_nobody() throws IOException {
        house.plan(store, FIRST, house.backfill(), house.file("vouchers"), house.file("news"));
        List<DayPlan> after = plan(FIRST.plusDays(1));
        List<DayPlan> alone =
                house.plan(
                        house.store("alone"),
                        FIRST.plusDays(1),
                        house.file("vouchers"),
                        house.file("news"));

        assertThat(Files.readAllBytes(TwoCampaigns.sends(after.get(0))))
                .isEqualTo(Files.readAllBytes(TwoCampaigns.sends(alone.get(0))));
    }

    @Test
    void a_campaign_planned_later_on_the_day_gets_what_the_first_left() throws IOException {
        List<DayPlan> both = new ArrayList<>(house.plan(store, FIRST, house.file("vouchers")));
        both.addAll(house.plan(store, FIRST, house.file("news")));

        assertThat(both).allMatch(plan -> plan.made().isPresent());
        assertThat(most(both, "customer")).isLessThanOrEqualTo(2);
    }

    @Test
    void no_plan_is_made_beside_another_that_may_take_its_slots() {
        PlanKey other = new PlanKey("autumn", FIRST.plusDays(1));
        try (Claim claim = store.claim(other, PlanKind.LIVE)) {
            assertThatThrownBy(() -> plan(FIRST))
                    .isInstanceOf(PlanInHand.class)
                    .hasMessageContaining("autumn");
            assertThat(claim.attempt().state()).isEqualTo(PlanState.RESERVED);
        }
        assertThat(plan(FIRST)).hasSize(2);
    }

    @Test
    void a_file_that_changes_while_it_is_planned_from_leaves_nothing_published()
            throws IOException {
        CampaignFile growing = house.changed("vouchers", "learner: x", "learner: x # growing");

        assertThatThrownBy(
                        () ->
                                house.plan(
                                        store,
                                        FIRST,
                                        house.usual(),
                                        step -> grow(growing.path(), step),
                                        growing))
                .isInstanceOf(StaleInput.class)
                .hasMessageContaining(
                        "While vouchers was being planned, this changed: campaign_file. Nothing was published.");
        assertThat(store.published(new PlanKey("vouchers", FIRST))).isEmpty();
    }

    private static void grow(Path file, String step) {
        if (step.startsWith("Auditing and publishing")) {
            try {
                Files.writeString(file, "# one more line\n", StandardOpenOption.APPEND);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Test
    void nobody_held_out_is_sent_anything() {
        List<DayPlan> plans = plan(FIRST);
        for (DayPlan plan : plans) {
            DayPlan.Made made = plan.made().orElseThrow();
            int[] sent = made.campaign().plan().sends().customer();

            assertThat(IntStream.of(sent))
                    .noneMatch(customer -> made.day().heldOut().contains(customer));
            assertThat(made.day().heldOut().customers(0)).isPositive();
        }
    }

    @Test
    void explorers_draws_are_sends_with_the_propensity_they_had() {
        List<DayPlan> plans = plan(FIRST);

        assertThat(
                        house.count(
                                plans.subList(0, 1),
                                "select count(*) from sends where propensity < 0.5"))
                .isPositive();
    }

    @Test
    void draws_that_cost_more_than_the_day_has_are_refused_in_words() throws IOException {
        CampaignFile poor = house.changed("vouchers", "budget: 800.00", "budget: 2.00");

        assertThatThrownBy(() -> house.plan(store, FIRST, poor))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching(
                        "(?s)vouchers-changed.yml.*exploration.*draws sends that cost [0-9.]+ USD, more than the 0.14 that may be spent on the day.*Lower exploration.share.*");
    }

    private List<DayPlan> plan(LocalDate date) {
        return house.plan(store, date, house.file("vouchers"), house.file("news"));
    }

    private static List<Path> folders(List<DayPlan> plans) {
        return plans.stream().map(DayPlan::folder).toList();
    }

    /** The most sends of any group. */
    private static long most(List<DayPlan> plans, String group) {
        return house.count(
                plans,
                "select max(n) from (select count(*) as n from sends group by %s)"
                        .formatted(group));
    }
}
