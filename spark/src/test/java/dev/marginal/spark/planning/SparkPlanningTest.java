package dev.marginal.spark.planning;

import static dev.marginal.spark.planning.SpringHouse.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.spark.LocalSpark;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan over partitions is the plan of one machine. */
class SparkPlanningTest {
    private static final String SENDS =
            "customer, offer, channel, value, cost, uplift, order_probability, send_at, expires_at, decision_id, propensity";

    private static final SpringHouse HOUSE = SpringDays.house();

    private final Path here = SpringDays.here().second();
    private final Path second = SpringDays.inThreeParts().second();

    @Test
    void contact_history_holdout_and_rules_give_the_sends_of_one_machine() {
        List<Map<String, Object>> sends = PlanTables.rows(here, "sends", SENDS);

        assertThat(sends).hasSizeGreaterThan(50);
        assertThat(PlanTables.rows(second, "sends", SENDS)).isEqualTo(sends);
    }

    @Test
    void whoever_is_not_sent_something_is_not_for_the_same_reason() {
        List<Map<String, Object>> reasons =
                PlanTables.rows(
                        here,
                        "not_sent",
                        "customer, offer, channel, reason, value_forgone::decimal(18, 6) as value_forgone");

        assertThat(reasons.stream().map(row -> row.get("reason").toString().split(":")[0]))
                .contains("holdout", "cap", "no_consent", "suppressed", "budget");
        assertThat(
                        PlanTables.rows(
                                second,
                                "not_sent",
                                "customer, offer, channel, reason, value_forgone"))
                .isEqualTo(reasons);
    }

    @Test
    void plan_json_tells_the_same_figures() throws IOException {
        assertThat(PlanTables.told(second)).isEqualTo(PlanTables.told(here));
        assertThat(PlanTables.json(second).at("/forecast/incremental_gmv"))
                .isEqualTo(PlanTables.json(here).at("/forecast/incremental_gmv"));
        assertThat(PlanTables.json(second).at("/forecast/model_claims").asDouble())
                .isCloseTo(
                        PlanTables.json(here).at("/forecast/model_claims").asDouble(),
                        org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void the_number_of_parts_changes_nothing_but_the_files() throws IOException {
        Path alone = SpringDays.inOnePart().second();

        assertThat(PlanTables.rows(alone, "sends", SENDS))
                .isEqualTo(PlanTables.rows(second, "sends", SENDS));
        assertThat(PlanTables.told(alone)).isEqualTo(PlanTables.told(second));
        assertThat(PlanTables.json(alone).at("/inputs/audience/fingerprint"))
                .isEqualTo(PlanTables.json(second).at("/inputs/audience/fingerprint"));
        assertThat(PlanTables.json(alone).path("forecast"))
                .isEqualTo(PlanTables.json(second).path("forecast"));
    }

    @Test
    void what_a_plan_in_the_place_of_another_changes_is_what_the_sends_of_both_say() {
        Path again = SpringDays.inThreeParts().again();

        PlanDifference told =
                new Replacing(LocalSpark.session()).between(second.toString(), again.toString());

        assertThat(told.added()).isEqualTo(onlyIn(again, second));
        assertThat(told.dropped()).isEqualTo(onlyIn(second, again)).isPositive();
        assertThat(told.kept() + told.added())
                .isEqualTo(PlanTables.rows(again, "sends", "customer").size());
        assertThat(told.spend()).isEqualByComparingTo(spend(again).subtract(spend(second)));
        assertThat(told.spend()).isNegative();
    }

    private static int onlyIn(Path plan, Path other) {
        String pairs = "select customer, offer from %s";
        String sql = pairs + " except " + pairs;
        return PlanTables.ask(
                        plan,
                        sql.formatted(
                                PlanTables.files(plan, "sends"), PlanTables.files(other, "sends")))
                .size();
    }

    private static BigDecimal spend(Path plan) {
        return PlanTables.rows(plan, "sends", "cost::decimal(18, 6) as cost").stream()
                .map(row -> new BigDecimal(row.get("cost").toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_second_plan_of_the_day_is_refused() throws IOException {
        byte[] before = Files.readAllBytes(second.resolve("plan.json"));

        assertThatThrownBy(() -> HOUSE.onSpark(3, "there").plan(HOUSE.path(), FIRST.plusDays(1)))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("holds a plan of spring 2026-11-17 already")
                .hasMessageContaining("Give --supersede to put a new plan in its place");

        assertThat(second.resolve("plan.json")).hasBinaryContent(before);
    }

    @Test
    void words_that_no_part_bears_out_are_told_at_once() {
        Path wrong = HOUSE.changed("region <> 'north'", "region = 'nort'");

        assertThatThrownBy(() -> HOUSE.onSpark(3, "wrong").plan(wrong, FIRST))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds for no customer of file:");
        assertThat(HOUSE.folder().resolve("wrong/spring-" + FIRST)).doesNotExist();
    }
}
