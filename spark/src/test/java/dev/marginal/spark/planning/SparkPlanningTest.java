package dev.marginal.spark.planning;

import static dev.marginal.spark.planning.SpringHouse.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan over partitions is the plan of one machine. */
class SparkPlanningTest {
    private static final String SENDS =
            "customer, offer, channel, value, cost, uplift, order_probability, send_at, expires_at, decision_id, propensity";

    private static SpringHouse house;
    private static Path second;
    private static Path here;

    /** A day on Spark, of which the log tells; the next one on one machine, and on Spark. */
    @BeforeAll
    static void plan(@TempDir Path folder) throws IOException {
        house = new SpringHouse(folder);
        Path first = path(house.planThere(house.path(), FIRST, 5, "there"));
        house.log(first, FIRST, "there");
        here = house.planHere(FIRST.plusDays(1));
        second = path(house.planThere(house.path(), FIRST.plusDays(1), 5, "there"));
    }

    @Test
    void contact_history_holdout_and_rules_give_the_sends_of_one_machine() {
        List<Map<String, Object>> sends = SpringHouse.rows(here, "sends", SENDS);

        assertThat(sends).hasSizeGreaterThan(150);
        assertThat(SpringHouse.rows(second, "sends", SENDS)).isEqualTo(sends);
    }

    @Test
    void whoever_is_not_sent_something_is_not_for_the_same_reason() {
        List<Map<String, Object>> reasons =
                SpringHouse.ask(
                        here,
                        "select customer, offer, channel, reason, value_forgone::decimal(18, 6) as value_forgone from read_csv('%s', all_varchar = true)"
                                .formatted(here.resolve("not_sent.csv")));

        assertThat(reasons.stream().map(row -> row.get("reason").toString().split(":")[0]))
                .contains("holdout", "cap", "no_consent", "suppressed", "budget");
        assertThat(
                        SpringHouse.rows(
                                second,
                                "not_sent",
                                "customer, offer, channel, reason, value_forgone"))
                .isEqualTo(reasons);
    }

    @Test
    void plan_json_tells_the_same_figures() throws IOException {
        assertThat(SpringHouse.told(second)).isEqualTo(SpringHouse.told(here));
        assertThat(json(second).at("/forecast/incremental_gmv"))
                .isEqualTo(json(here).at("/forecast/incremental_gmv"));
        assertThat(json(second).at("/forecast/model_claims").asDouble())
                .isCloseTo(
                        json(here).at("/forecast/model_claims").asDouble(),
                        org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void the_number_of_parts_changes_nothing_but_the_files() throws IOException {
        Path log = house.there("alone").resolve(".log");
        copy(house.there("there").resolve(".log"), log);
        copy(
                house.there("there").resolve("spring-" + FIRST),
                house.there("alone").resolve("spring-" + FIRST));

        Path alone = path(house.planThere(house.path(), FIRST.plusDays(1), 1, "alone"));

        assertThat(SpringHouse.rows(alone, "sends", SENDS))
                .isEqualTo(SpringHouse.rows(second, "sends", SENDS));
        assertThat(SpringHouse.told(alone)).isEqualTo(SpringHouse.told(second));
        assertThat(json(alone).at("/inputs/audience/fingerprint"))
                .isEqualTo(json(second).at("/inputs/audience/fingerprint"));
        assertThat(json(alone).path("forecast")).isEqualTo(json(second).path("forecast"));
    }

    @Test
    void a_second_plan_of_the_day_is_refused() throws IOException {
        byte[] before = Files.readAllBytes(second.resolve("plan.json"));

        assertThatThrownBy(() -> house.planThere(house.path(), FIRST.plusDays(1), 3, "there"))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("spring-2026-11-17 holds a plan of spring 2026-11-17 already")
                .hasMessageContaining("Maybe give another --store or --date");

        assertThat(second.resolve("plan.json")).hasBinaryContent(before);
    }

    @Test
    void words_that_no_part_bears_out_are_told_at_once() throws IOException {
        Path wrong = house.changed("region <> 'north'", "region = 'nort'");

        assertThatThrownBy(() -> house.planThere(wrong, FIRST, 3, "wrong"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds for no customer of file:");
        assertThat(house.there("wrong").resolve("spring-" + FIRST)).doesNotExist();
    }

    private static JsonNode json(Path plan) throws IOException {
        return new ObjectMapper().readTree(plan.resolve("plan.json").toFile());
    }

    static Path path(PublishedPlan plan) {
        return Path.of(java.net.URI.create(plan.folder()).getPath());
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(SpringHouse::isOfPlan).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
