package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PlanInTheWay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a house may count on of planning day after day, whoever plans. */
abstract class TwoDaysContract extends PlannedDayContract {
    private static final String HELD_OUT =
            "distinct customer, reason from %s where reason like 'holdout:%%' order by all";

    abstract TwoDays days();

    @Override
    PlannedDay day() {
        return days().day();
    }

    @Test
    void a_log_that_does_not_reach_yesterday_fails_closed() {
        assertThat(days().unlogged())
                .isInstanceOf(StaleInput.class)
                .hasMessageContaining("The log of sends is empty")
                .hasMessageContaining("the plan of spring 2026-11-16 sends until")
                .hasMessageContaining("--assume-planned-sent");
    }

    @Test
    void who_is_held_out_stays_so_from_day_to_day() {
        assertThat(heldOut(days().first())).isNotEmpty().isEqualTo(heldOut(days().second()));
    }

    @Test
    void a_send_that_was_planned_and_never_went_out_uses_up_no_cap() {
        assertThat(
                        day().number(
                                        "select count(*) from sends where channel = 'coupon' and customer in (select customer from %s where channel = 'coupon')"
                                                .formatted(
                                                        PlanTables.files(days().first(), "sends"))))
                .isPositive();
    }

    @Test
    void a_flight_spends_on_a_day_what_its_days_before_have_left() throws IOException {
        double first = spend(days().first());
        JsonNode told = PlanTables.json(days().second()).path("todays_budget");

        assertThat(PlanTables.json(days().first()).path("todays_budget").path("today").asDouble())
                .isEqualTo(180);
        assertThat(told.path("spent").asDouble()).isEqualTo(first);
        assertThat(told.path("today").asDouble()).isEqualTo(Math.floor((360 - first) * 100) / 100);
        assertThat(first).isBetween(60.0, 180.0);
        assertThat(first + spend(days().second())).isLessThanOrEqualTo(360);
    }

    @Test
    void a_plan_takes_the_place_of_another_only_when_told_to() throws IOException {
        double first = spend(days().first());

        assertThat(days().standing())
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("--supersede");
        assertThat(days().again()).isNotEqualTo(days().second());
        assertThat(days().again().getFileName().toString()).startsWith("spring-2026-11-17.");
        assertThat(days().second()).isDirectory();
        assertThat(PlanTables.json(days().again()).path("todays_budget").path("spent").asDouble())
                .as("what was spent on other days, and nothing of the plan that was replaced")
                .isEqualTo(first);
        assertThat(first + spend(days().again())).isLessThanOrEqualTo(240);
    }

    private static double spend(Path plan) {
        return ((Number)
                        PlanTables.ask(
                                        plan,
                                        "select sum(cost)::double as spend from "
                                                + PlanTables.files(plan, "sends"))
                                .get(0)
                                .get("spend"))
                .doubleValue();
    }

    private static List<Map<String, Object>> heldOut(Path plan) {
        return PlanTables.ask(
                plan, "select " + HELD_OUT.formatted(PlanTables.files(plan, "not_sent")));
    }
}
