package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Results as JSON, dry runs and plans beside each other, on one small world. */
class ResultsTest {
    @TempDir static Path home;
    private static Path campaign;
    private static Path model;

    @BeforeAll
    static void two_plans() throws IOException {
        Path world = home.resolve("w");
        campaign = world.resolve("campaign.yml");
        model = home.resolve("m");
        Promised.result("simulate", world, "--history", 2_000, "--customers", 300);
        Files.writeString(campaign, "learner: x\ntarget_gap: 0.01\n" + Files.readString(campaign));
        Promised.result("fit", campaign, "--out", model);
        Promised.result("plan", campaign, "--model", model, "--out", home.resolve("a"));
        Files.writeString(
                campaign, Files.readString(campaign).replaceFirst("budget: .*", "budget: 40"));
        Promised.result("plan", campaign, "--model", model, "--out", home.resolve("b"));
    }

    @Test
    void results_are_as_their_schemas_say() throws IOException {
        Path plan = home.resolve("a");
        Promised.result(
                "init", campaign.getParent(), "--out", home.resolve("drafted.yml"), "--no-input");
        Promised.result("check", campaign);
        Promised.result("audit", plan);
        Promised.result("explain", plan, firstCustomer(plan));
        Promised.result("inspect", campaign, "--model", model);
        Promised.result("what-if", campaign, "--model", model, "--budget", "+20%");
        Promised.result("frontier", campaign, "--model", model, "--points", "3");
        Promised.result("doctor", "--store", home);
    }

    @Test
    void what_comes_next_is_a_command_with_the_paths_that_were_given() throws IOException {
        Path plan = home.resolve("a");
        String asked = campaign + " --model " + model;

        assertThat(Advice.of(Run.of("what-if", campaign, "--model", model, "--budget", "+20%")))
                .contains("write its changes into " + campaign, "./marginal check " + campaign);
        assertThat(Advice.of(Run.of("what-if", campaign, "--model", model, "--sensitivity")))
                .isEqualTo("./marginal frontier " + asked);
        assertThat(Advice.of(Run.of("frontier", campaign, "--model", model, "--points", 2)))
                .matches(Pattern.quote("./marginal what-if " + asked + " --budget ") + "[0-9.]+");
        assertThat(Advice.of(Run.of("explain", plan, firstCustomer(plan))))
                .contains(
                        "./marginal what-if %s --model %s --budget +20%%"
                                .formatted(campaign, plan.resolve("model")),
                        plan.resolve("report.html").toString());
        assertThat(Advice.of(Run.of("diff", plan, home.resolve("b"))))
                .startsWith("./marginal explain %s CUSTOMER".formatted(home.resolve("b")));
        assertThat(Advice.of(Run.of("diff", plan, plan))).isEqualTo("./marginal audit " + plan);
        assertThat(Advice.of(Run.of("evaluate", campaign, "--model", model)))
                .isEqualTo("./marginal plan " + asked);
    }

    @Test
    void a_question_that_learnt_anew_is_told_how_to_ask_faster() {
        assertThat(Advice.of(Run.of("what-if", campaign, "--budget", "+20%")))
                .startsWith(
                        "./marginal fit %s, then ask with --model models/w".formatted(campaign));
    }

    @Test
    void every_schema_is_one_and_belongs_to_a_command_that_prints_json() throws IOException {
        List<String> printing = new ArrayList<>();
        for (CommandLine command : CommandLineTest.commands()) {
            if (command.getCommandSpec().findOption("--json") != null) {
                printing.add(command.getCommandSpec().qualifiedName() + " --json");
            }
        }
        List<String> titles = new ArrayList<>();
        for (String name : Promised.names()) {
            JsonNode schema = Promised.read(Promised.FOLDER, name);
            assertThat(Promised.faults(schema)).as(name).isEmpty();
            assertThat(schema.at("/properties/schema/const").asText()).isEqualTo(name);
            titles.add(schema.get("title").asText());
        }
        assertThat(titles).containsExactlyInAnyOrderElementsOf(printing);
    }

    @Test
    void a_model_is_judged_by_a_history_that_it_never_saw_and_scores_beside_it()
            throws IOException {
        Path autumn = home.resolve("autumn");
        Promised.result("simulate", autumn, "--history", 2_000, "--customers", 300, "--seed", 7);
        Path later = autumn.resolve("campaign.yml");
        JsonNode own = Promised.result("evaluate", campaign, "--model", model);
        JsonNode unseen = Promised.result("evaluate", later, "--model", model);
        Path scores = Files.write(autumn.resolve("mine.csv"), scores(autumn));
        Run mine = Run.of("evaluate", later, "--model", model, "--scores", scores);

        assertThat(own.get("held_out_of_fold").asBoolean()).isTrue();
        assertThat(unseen.get("held_out_of_fold").asBoolean()).isFalse();
        assertThat(unseen.get("rows").asInt()).isEqualTo(2_000);
        assertThat(mine.exitCode()).as(mine.messages()).isZero();
        assertThat(mine.results()).contains("mine.csv", "the model  ", "never saw");
    }

    @Test
    void scores_need_a_row_for_each_of_the_history() throws IOException {
        List<String> rows = scores(campaign.getParent());
        Path scores = Files.write(home.resolve("few.csv"), rows.subList(0, rows.size() - 1));
        Run run = Run.of("evaluate", campaign, "--model", model, "--scores", scores);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.messages())
                .contains("few.csv: has 1,999 rows, but history.csv.gz has 2,000.")
                .contains("Give one row of scores for each row of the history, in its order.");
        assertThat(run.results()).isEmpty();
    }

    /** Scores of nobody's model: the same for everyone. */
    private static List<String> scores(Path world) throws IOException {
        List<String> rows = new ArrayList<>();
        try (BufferedReader history =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(world.resolve("history.csv.gz"))),
                                StandardCharsets.UTF_8))) {
            history.lines().skip(1).forEach(line -> rows.add(line.split(",")[0] + ",0.1,0.7,0.9"));
        }
        rows.add(0, "customer_id,push,coupon_5,coupon_10");
        return rows;
    }

    private static String firstCustomer(Path plan) throws IOException {
        return Files.readAllLines(plan.resolve("sends.csv")).get(1).split(",")[0];
    }

    @Test
    void values_of_customers_are_as_their_schemas_say() throws IOException {
        Path log = home.resolve("purchases.csv");
        TableFiles.write(ShopLog.table(), log);
        Path values = home.resolve("v");
        Promised.result("value", "evaluate", log, "--time", "day");
        JsonNode dry =
                Promised.result("value", "fit", log, "--time", "day", "--out", values, "--dry-run");
        assertThat(dry.get("written").asBoolean()).isFalse();
        assertThat(values).doesNotExist();
        Promised.result("value", "fit", log, "--time", "day", "--out", values);
        Path scores = home.resolve("scores.csv");
        JsonNode scored =
                Promised.result(
                        "value",
                        "score",
                        log,
                        "--model",
                        values,
                        "--out",
                        scores,
                        "--since",
                        "2025-09-01");

        assertThat(Files.readAllLines(scores)).hasSize(scored.get("customers").asInt() + 1);
        assertThat(scored.at("/since/moves").size()).isGreaterThan(2);
        double ofStages = 0;
        for (JsonNode stage : scored.get("stages")) {
            ofStages += stage.get("value").asDouble();
        }
        assertThat(ofStages)
                .isCloseTo(
                        scored.get("value").asDouble(), org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        JsonNode plan =
                Promised.result(
                        "plan",
                        campaign,
                        "--model",
                        model,
                        "--out",
                        home.resolve("c"),
                        "--dry-run");
        Promised.result("fit", campaign, "--out", home.resolve("c"), "--dry-run");
        Promised.result("simulate", home.resolve("c"), "--dry-run");

        assertThat(plan.at("/plans/0/written").asBoolean()).isFalse();
        assertThat(plan.at("/plans/0/plan/sends").asInt()).isPositive();
        assertThat(home.resolve("c")).doesNotExist();
    }

    @Test
    void two_plans_differ_in_words_and_by_exit_code() throws IOException {
        Run same = Run.of("diff", home.resolve("a"), home.resolve("a"), "--detailed-exitcode");
        Run other = Run.of("diff", home.resolve("a"), home.resolve("b"), "--detailed-exitcode");
        JsonNode json = Promised.result("diff", home.resolve("a"), home.resolve("b"));

        assertThat(same.exitCode()).as(same.messages()).isZero();
        assertThat(same.results()).contains("Nothing differs");
        assertThat(other.exitCode()).as(other.messages()).isEqualTo(2);
        assertThat(other.results())
                .contains("Who moves", "the price of budget rose from", "Inputs that differ")
                .containsPattern("campaign file +other content");
        double moved = 0;
        for (JsonNode move : json.at("/moves")) {
            moved += move.get("value").asDouble();
        }
        double more = json.at("/now/value").asDouble() - json.at("/before/value").asDouble();
        assertThat(moved).isCloseTo(more, org.assertj.core.data.Offset.offset(1e-4));
    }
}
