package dev.marginal.scenarios.daily;

import static dev.marginal.scenarios.daily.TwoCampaigns.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

        DailyPlanning dying =
                new DailyPlanning(new DuckDbReader(), new Execution(2), SupersededTest::die);
        assertThatThrownBy(
                        () ->
                                dying.plan(
                                        List.of(house.file("vouchers"), rich),
                                        date,
                                        store,
                                        house.superseding()))
                .hasMessage("killed");

        assertThat(published("news", date).number()).isGreaterThan(1);
        assertThat(published("vouchers", date).number()).isEqualTo(1);
        assertThat(
                        house.count(
                                plans(FIRST, date),
                                "select max(n) from (select count(*) as n from sends group by customer)"))
                .isEqualTo(2);
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
