package dev.marginal.scenarios.daily;

import static dev.marginal.scenarios.daily.TwoCampaigns.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises that hold at every moment while plans take the place of others, or come out of order.
 */
class SupersededTest {
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
    void a_run_that_dies_between_two_plans_leaves_a_new_and_an_old_one_within_the_caps()
            throws IOException {
        List<DayPlan> before = house.plan(store, FIRST, house.file("vouchers"), house.file("news"));
        house.log(store, FIRST, before, "sent");
        LocalDate date = FIRST.plusDays(2);
        CampaignFile poor = house.changed("vouchers", "budget: 800.00", "budget: 3000.00");
        house.plan(store, date, poor, house.file("news"));
        CampaignFile rich = house.changed("news", "budget: 15.00", "budget: 900.00");

        dieBetweenPlans(date, house.superseding(), house.file("vouchers"), rich);

        assertThat(published("news", date).number()).isGreaterThan(1);
        assertThat(published("vouchers", date).number()).isEqualTo(1);
        assertThat(
                        house.count(
                                plans(FIRST, date),
                                "select max(n) from (select count(*) as n from sends group by customer)"))
                .isEqualTo(2);
    }

    @Test
    void a_plan_made_in_time_stays_as_it_is_beside_one_made_after_the_day() {
        dieBetweenPlans(FIRST, house.usual(), house.file("vouchers"), house.file("news"));
        PlanRecord news = published("news", FIRST);

        DaySettings later = house.usual().with(Map.of("vouchers", PlanKind.BACKFILL));
        house.plan(store, FIRST, later, house.file("vouchers"), house.file("news"));

        assertThat(published("news", FIRST)).isEqualTo(news);
        assertThat(news.kind()).isEqualTo(PlanKind.LIVE);
        assertThat(published("vouchers", FIRST).kind()).isEqualTo(PlanKind.BACKFILL);
    }

    @Test
    void a_plan_that_is_to_be_sent_makes_no_room_for_a_backfill_of_its_day() throws IOException {
        DaySettings mixed = house.usual().with(Map.of("vouchers", PlanKind.BACKFILL));
        List<DayPlan> both =
                house.plan(store, FIRST, mixed, house.file("vouchers"), house.file("news"));
        List<DayPlan> alone = house.plan(house.store("alone"), FIRST, house.file("news"));

        assertThat(Files.readAllBytes(TwoCampaigns.sends(both.get(1))))
                .isEqualTo(Files.readAllBytes(TwoCampaigns.sends(alone.get(0))));
        assertThat(both).noneMatch(DayPlan::unchanged);
    }

    @Test
    void days_planned_out_of_order_stay_within_the_budget_of_the_flight() throws IOException {
        CampaignFile vouchers =
                house.changed("vouchers", "until: 2026-11-29", "until: " + FIRST.plusDays(1));
        double budget = vouchers.budget().atMost().orElseThrow();

        house.plan(store, FIRST.plusDays(1), vouchers);
        house.plan(store, FIRST, house.assuming(), vouchers);

        double spend =
                house.count(
                                plans("vouchers", FIRST, FIRST.plusDays(1)),
                                "select sum(cost) * 1000 from sends")
                        / 1000.0;
        assertThat(spend).isPositive().isLessThanOrEqualTo(budget);
    }

    private void dieBetweenPlans(LocalDate date, DaySettings how, CampaignFile... files) {
        assertThatThrownBy(() -> house.plan(store, date, how, SupersededTest::die, files))
                .hasMessage("killed");
    }

    private static void die(String step) {
        if (step.startsWith("Auditing and publishing the plan of vouchers")) {
            throw new IllegalStateException("killed");
        }
    }

    private PlanRecord published(String campaign, LocalDate date) {
        return store.published(new PlanKey(campaign, date)).orElseThrow();
    }

    private List<DayPlan> plans(LocalDate... dates) {
        return Stream.concat(plans("vouchers", dates).stream(), plans("news", dates).stream())
                .toList();
    }

    private List<DayPlan> plans(String campaign, LocalDate... dates) {
        return Stream.of(dates)
                .map(date -> published(campaign, date))
                .map(plan -> new DayPlan(plan, store.folder(plan), Optional.empty()))
                .toList();
    }
}
