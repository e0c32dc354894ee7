package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as JSON, dry runs and plans beside each other, on one small world. */
class ResultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path home;
    private static Path campaign;
    private static Path model;

    @BeforeAll
    static void two_plans() throws IOException {
        Path world = home.resolve("w");
        campaign = world.resolve("campaign.yml");
        model = home.resolve("m");
        holds("simulate", world, "--history", 2_000, "--customers", 300);
        Files.writeString(campaign, "learner: x\n" + Files.readString(campaign));
        holds("fit", campaign, "--out", model);
        holds("plan", campaign, "--model", model, "--out", home.resolve("a"));
        Files.writeString(
                campaign, Files.readString(campaign).replaceFirst("budget: .*", "budget: 40"));
        holds("plan", campaign, "--model", model, "--out", home.resolve("b"));
    }

    @Test
    void results_are_as_their_schemas_say() throws IOException {
        Path plan = home.resolve("a");
        holds("init", campaign.getParent(), "--out", home.resolve("drafted.yml"), "--no-input");
        holds("check", campaign);
        holds("audit", plan);
        holds("explain", plan, firstCustomer(plan));
        holds("inspect", campaign, "--model", model);
        holds("what-if", campaign, "--model", model, "--budget", "+20%");
        holds("frontier", campaign, "--model", model, "--points", "3");
    }

    @Test
    void a_model_is_judged_by_a_history_that_it_never_saw_and_scores_beside_it()
            throws IOException {
        Path autumn = home.resolve("autumn");
        holds("simulate", autumn, "--history", 2_000, "--customers", 300, "--seed", 7);
        Path later = autumn.resolve("campaign.yml");
        JsonNode own = holds("evaluate", campaign, "--model", model);
        JsonNode unseen = holds("evaluate", later, "--model", model);
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
        holds("value", "evaluate", log, "--time", "day");
        JsonNode dry = holds("value", "fit", log, "--time", "day", "--out", values, "--dry-run");
        assertThat(dry.get("written").asBoolean()).isFalse();
        assertThat(values).doesNotExist();
        holds("value", "fit", log, "--time", "day", "--out", values);
        Path scores = home.resolve("scores.csv");
        JsonNode scored =
                holds(
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
                holds("plan", campaign, "--model", model, "--out", home.resolve("c"), "--dry-run");
        holds("fit", campaign, "--out", home.resolve("c"), "--dry-run");
        holds("simulate", home.resolve("c"), "--dry-run");

        assertThat(plan.at("/plans/0/written").asBoolean()).isFalse();
        assertThat(plan.at("/plans/0/plan/sends").asInt()).isPositive();
        assertThat(home.resolve("c")).doesNotExist();
    }

    @Test
    void two_plans_differ_in_words_and_by_exit_code() throws IOException {
        Run same = Run.of("diff", home.resolve("a"), home.resolve("a"), "--detailed-exitcode");
        Run other = Run.of("diff", home.resolve("a"), home.resolve("b"), "--detailed-exitcode");
        JsonNode json = holds("diff", home.resolve("a"), home.resolve("b"));

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

    /** Runs a command; its JSON must be as the schema that it names. */
    private static JsonNode holds(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Run run = Run.of(all.toArray());
        assertThat(run.exitCode()).as(run.messages()).isZero();
        JsonNode result = JSON.readTree(run.results());
        Path schema = Path.of("../docs/schemas", result.get("schema").asText() + ".json");
        List<String> faults = new ArrayList<>();
        check(result, JSON.readTree(schema.toFile()), "", faults);
        assertThat(faults).as(words[0].toString()).isEmpty();
        return result;
    }

    private static void check(JsonNode value, JsonNode schema, String at, List<String> faults) {
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add(at + " is not " + schema.get("const"));
        }
        if (schema.has("type")
                && !schema.get("type").toString().contains('"' + type(value) + '"')) {
            boolean whole =
                    value.isIntegralNumber() && schema.get("type").toString().contains("number");
            if (!whole) {
                faults.add("%s is %s: %s".formatted(at, type(value), value));
            }
        }
        if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
            faults.add("%s is %s, not one of %s".formatted(at, value, schema.get("enum")));
        }
        schema.path("required")
                .forEach(
                        key -> {
                            if (value.isObject() && !value.has(key.asText())) {
                                faults.add(at + "/" + key.asText() + " is missing");
                            }
                        });
        schema.path("properties")
                .properties()
                .forEach(
                        key -> {
                            if (value.has(key.getKey())) {
                                String inner = at + "/" + key.getKey();
                                check(value.get(key.getKey()), key.getValue(), inner, faults);
                            }
                        });
        if (schema.has("items")) {
            value.forEach(item -> check(item, schema.get("items"), at + "[]", faults));
        }
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase();
    }
}
