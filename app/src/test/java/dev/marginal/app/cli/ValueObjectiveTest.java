package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that counts later orders, as people read it. */
class ValueObjectiveTest {
    @TempDir static Path home;
    private static Path world;
    private static Path campaign;
    private static Path model;
    private static Run plan;

    @BeforeAll
    static void plan() throws IOException {
        world = home.resolve("world");
        Run.of("simulate", world, "--history", 2_000, "--customers", 300);
        Path gmv = world.resolve("campaign.yml");
        String text =
                Files.readString(gmv)
                        .replace("objective:", "learner: x\ntarget_gap: 1e-4\nobjective:");
        Files.writeString(gmv, text);
        campaign = world.resolve("value.yml");
        Files.writeString(
                campaign,
                text.replace(
                        "objective: gmv",
                        "objective: value\nfuture_value: {file: value.csv, customer: customer_id}"));
        values("40");
        model = home.resolve("model");
        assertThat(Run.of("fit", gmv, "--out", model).exitCode()).isZero();
        Run.of("plan", gmv, "--model", model, "--out", home.resolve("gmv"));
        plan = Run.of("plan", campaign, "--model", model, "--out", home.resolve("value"));
    }

    @Test
    void the_summary_says_both_parts_and_what_the_second_rests_on() {
        assertThat(plan.messages()).doesNotContain("should not have happened");
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.results())
                .containsPattern(
                        "Adds up +[0-9.,]+ USD: [0-9.,]+ of incremental GMV and [0-9.,]+ of future value, as the models see it")
                .contains(
                        "this takes it that an extra order moves a customer's history as the purchase model says")
                .contains("GMV and future");
    }

    @Test
    void a_what_if_for_gmv_tells_both_parts_of_both_plans() {
        Run run = Run.of("what-if", campaign, "--model", model, "--objective", "gmv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.results())
                .containsPattern("window's GMV +future value\\n +as it is +[0-9.,]+ +[0-9.,]+")
                .contains("objective gmv");
    }

    @Test
    void a_difference_tells_that_the_plan_for_gmv_did_not_count_it() {
        Run run = Run.of("diff", home.resolve("gmv"), home.resolve("value"));

        assertThat(run.results())
                .containsPattern("window's GMV +[0-9.,]+ +[0-9.,]+ +[-+]")
                .containsPattern("future value +not counted +[0-9.,]+");
    }

    @Test
    void a_customers_story_tells_how_the_value_came_about() throws IOException {
        String customer = Files.readAllLines(home.resolve("value/sends.csv")).get(1).split(",")[0];

        assertThat(Run.of("explain", home.resolve("value"), customer).results())
                .containsPattern(
                        "value [-0-9.,]+ USD = uplift [-0-9.,]+ \\+ -?[0-9.]+ extra orders × 40.00 that an order is worth later");
    }

    @Test
    void a_table_that_cannot_be_used_is_bad_input() throws IOException {
        Path bad = world.resolve("bad.yml");
        Files.writeString(
                bad, Files.readString(campaign).replace("file: value.csv", "file: bad.csv"));
        Files.writeString(world.resolve("bad.csv"), "customer_id,value_of_an_order\nc1,-2\n");

        Run run = Run.of("plan", bad, "--model", model, "--out", home.resolve("bad"));

        assertThat(run.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(run.messages())
                .contains("value_of_an_order (-2)")
                .contains("customer_id has no row for 300 of the 300 customers of audience.csv");
    }

    private static void values(String each) throws IOException {
        List<String> lines = Files.readAllLines(world.resolve("audience.csv"));
        StringBuilder text = new StringBuilder("customer_id,value_of_an_order\n");
        lines.stream()
                .skip(1)
                .forEach(
                        line ->
                                text.append(line.split(",")[0])
                                        .append(',')
                                        .append(each)
                                        .append('\n'));
        Files.writeString(world.resolve("value.csv"), text);
    }
}
