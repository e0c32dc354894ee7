package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A boosted value model, learnt in one run and scored with in another. */
class BoostedValueTest {
    @TempDir static Path home;
    private static BoostedShop shop;
    private static Run fit;
    private static JsonNode scored;
    private static Path scores;
    private static Path parametricScores;

    @BeforeAll
    static void scores_of_both_models() {
        shop = BoostedShop.in(home);
        fit = shop.fitTrees(shop.boosted());
        shop.fit("--out", shop.parametric());
        scores = home.resolve("scores.csv");
        parametricScores = home.resolve("parametric.csv");
        scored = Promised.result(shop.score("--out", scores, "--since", "2025-06-30", "--json"));
        Promised.result(
                "value",
                "score",
                shop.log(),
                "--model",
                shop.parametric(),
                "--horizon",
                26,
                "--out",
                parametricScores);
    }

    @Test
    void a_fit_says_what_the_trees_learnt_from_and_what_they_leave_to_others() {
        assertThat(fit.exitCode()).as(fit.messages()).isZero();
        assertThat(fit.results())
                .contains("Purchases, pareto_nbd:", "Amounts, gamma_gamma:")
                .containsPattern(
                        "Values, boosted: [0-9,]+ customers as of 2025-06-\\d\\d, of whom [0-9,]+ spent anything in the 182 days until 2025-12-")
                .contains("value of 26.0 weeks (182 days) ahead, and of no other horizon.")
                .contains("P(alive), stages and value_of_an_order remain those of pareto_nbd")
                .contains(shop.customers() + ": engagement (number), channel (category).")
                .contains("Model folder: " + shop.boosted());
        assertThat(Advice.of(fit))
                .isEqualTo(
                        "./marginal value score LOG --model %s --features FILE"
                                .formatted(shop.boosted()));
    }

    /**
     * In this world the channel says how much customers spend, 2.7 times as much from one to the
     * next; who does not know the channel sees less of that.
     */
    @Test
    void scores_find_what_was_planted() throws IOException {
        Map<String, Double> spend = spendByChannel(scores);
        Map<String, Double> parametric = spendByChannel(parametricScores);

        assertThat(scored.get("horizon").asDouble()).isEqualTo(26);
        for (String[] pair : new String[][] {{"search", "friend"}, {"friend", "ad"}}) {
            double found = spend.get(pair[0]) / spend.get(pair[1]);
            double without = parametric.get(pair[0]) / parametric.get(pair[1]);
            assertThat(found).as("without trees %.2f", without).isBetween(without, Math.E);
        }
    }

    @Test
    void every_column_of_a_file_has_its_source_whatever_the_model() throws IOException {
        JsonNode sources = scored.get("sources");
        List<String> named = new ArrayList<>();
        sources.fieldNames().forEachRemaining(named::add);

        assertThat(String.join(",", named))
                .isEqualTo(Files.readAllLines(scores).get(0))
                .isEqualTo(Files.readAllLines(parametricScores).get(0));
        assertThat(sources.get("value").toString()).isEqualTo("[\"boosted\"]");
        assertThat(sources.get("p_alive").toString()).isEqualTo("[\"pareto_nbd\"]");
        assertThat(sources.get("value_of_an_order").toString())
                .isEqualTo("[\"pareto_nbd\",\"gamma_gamma\"]");
        assertThat(shop.score("--dry-run").results())
                .contains("within 26.0 weeks")
                .containsPattern("boosted +expected_purchases, expected_spend, value\n")
                .containsPattern("pareto_nbd, log +stage\n");
    }

    @Test
    void who_is_alive_and_what_an_order_adds_are_as_without_trees() throws IOException {
        for (String column : List.of("customer", "p_alive", "value_of_an_order", "stage")) {
            assertThat(BoostedShop.cells(scores, column))
                    .isEqualTo(BoostedShop.cells(parametricScores, column));
        }
        assertThat(BoostedShop.cells(scores, "value"))
                .isNotEqualTo(BoostedShop.cells(parametricScores, "value"));
    }

    @Test
    void any_number_of_threads_writes_the_same_bytes() {
        Path other = home.resolve("other");
        shop.fitTrees(other, "--threads", 1);
        Path one = home.resolve("one.csv");
        shop.score("--out", one, "--threads", 1);

        for (String file : List.of("amount.ubj", "any.ubj", "purchases.ubj", "value_model.json")) {
            assertThat(other.resolve(file)).hasSameBinaryContentAs(shop.boosted().resolve(file));
        }
        assertThat(one).hasSameBinaryContentAs(scores);
    }

    @Test
    void a_log_too_short_for_the_horizon_is_told_by_fit_and_score() {
        Path stretched = home.resolve("stretched");
        String said = "The log is too short to have seen 546 days follow on as many";
        Run learnt = shop.fit("--model", "boosted", "--horizon", 78, "--out", stretched);
        Run score = Run.of("value", "score", shop.log(), "--model", stretched, "--dry-run");

        assertThat(learnt.results()).contains(said, "They learnt from the log alone.");
        assertThat(score.results()).contains("within 78.0 weeks", "Boosted: " + said);
    }

    @Test
    void a_dry_run_learns_and_writes_nothing() {
        Path nowhere = home.resolve("nowhere");
        JsonNode dry = Promised.result(shop.fitTrees(nowhere, "--dry-run", "--json"));

        assertThat(dry.get("written").asBoolean()).isFalse();
        assertThat(dry.at("/boosted/horizon_days").asInt()).isEqualTo(182);
        assertThat(dry.at("/boosted/brought/rows").asInt()).isEqualTo(1_500);
        assertThat(nowhere).doesNotExist();
    }

    /** The mean of expected spend by channel. */
    private static Map<String, Double> spendByChannel(Path file) throws IOException {
        Map<String, String> channelOf = new HashMap<>();
        Files.readAllLines(shop.customers())
                .forEach(line -> channelOf.put(line.split(",")[0], line.split(",")[2]));
        Map<String, List<Double>> spend = new HashMap<>();
        List<String> ids = BoostedShop.cells(file, "customer");
        List<String> cells = BoostedShop.cells(file, "expected_spend");
        for (int row = 0; row < ids.size(); row++) {
            spend.computeIfAbsent(channelOf.get(ids.get(row)), channel -> new ArrayList<>())
                    .add(Double.parseDouble(cells.get(row)));
        }
        Map<String, Double> means = new HashMap<>();
        spend.forEach(
                (channel, all) ->
                        means.put(
                                channel,
                                all.stream().mapToDouble(each -> each).average().orElseThrow()));
        return means;
    }
}
