package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.app.Ending;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planners ask at the command line, and what they are told. */
class WhatIfCommandTest {
    private static final PlantedCampaign CAMPAIGN =
            new PlantedCampaign(PlantedWorld.randomised(5).withRegions(), 2_000, 600);

    private static Path folder;

    @BeforeAll
    static void fit(@TempDir Path home) throws IOException {
        folder = home;
        PlantedFiles.write(CAMPAIGN, "small", home);
        Path file = home.resolve("campaign.yml");
        Files.writeString(file, "learner: x\ntarget_gap: 1e-4\n" + Files.readString(file));
        assertThat(Run.of("fit", file, "--out", home.resolve("model")).exitCode()).isZero();
    }

    @Test
    void several_scenarios_stand_side_by_side_and_then_one_by_one() throws IOException {
        Path scenarios =
                Files.writeString(
                        folder.resolve("scenarios.yml"),
                        """
                        scenarios:
                          - {scenario: more, budget: +20%}
                          - {scenario: dearer, costs: [{of: coupon, per_order: 2}], haircut: 0.2}
                        """);

        Run run = whatIf(scenarios);

        assertThat(run.results())
                .containsSubsequence(
                        "small: 600 customers",
                        "as it is",
                        "more: budget +20 %",
                        "the difference",
                        "dearer: coupon costs +2.00 an order, uplift less 0.2 standard errors",
                        "the difference",
                        "Sends",
                        "Who moves",
                        "Step by step",
                        "uplift less 0.2 standard errors",
                        "Nothing was published.");
    }

    @Test
    void sensitivity_of_the_campaign_as_it_is_needs_no_change() throws IOException {
        Run page = whatIf("--sensitivity");
        JsonNode json = json(whatIf("--sensitivity", "--json"));

        assertThat(page.results())
                .containsSubsequence("Sensitivity of the value", "5 % tighter", "budget");
        assertThat(json.at("/scenarios")).isEmpty();
        JsonNode budget = json.at("/as_it_is/sensitivity/0");
        assertThat(budget.get("limit").asText()).isEqualTo("budget");
        assertThat(budget.get("tighter").asDouble()).isNegative();
        assertThat(budget.get("looser").asDouble()).isPositive();
    }

    @Test
    void a_given_plan_is_judged_and_what_it_breaks_is_told() throws IOException {
        StringBuilder sends = new StringBuilder("customer,offer\nnobody,push\n");
        try (var lines = Files.lines(folder.resolve("audience.csv"))) {
            lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .forEach(id -> sends.append(id).append(",coupon_10\n"));
        }
        Path given = Files.writeString(folder.resolve("given.csv"), sends);

        Run page = whatIf("--given", given);
        JsonNode scenario = json(whatIf("--given", given, "--json")).at("/scenarios/0");

        assertThat(page.exitCode()).isZero();
        assertThat(page.results())
                .contains("Breaks        1 send goes to nobody in the audience. Not counted.")
                .contains("budget: ");
        assertThat(scenario.get("sends").asInt()).isEqualTo(600);
        assertThat(scenario.get("violations")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(scenario.at("/difference/moves/0/why").asText()).isNotBlank();
    }

    @Test
    void the_steps_of_the_waterfall_add_up_in_json() throws IOException {
        JsonNode json = json(whatIf("--budget", "+20%", "--without", "push", "--json"));

        double adds = 0;
        for (JsonNode step : json.at("/scenarios/0/waterfall")) {
            adds += step.get("adds").asDouble();
        }
        assertThat(json.at("/scenarios/0/waterfall")).hasSize(2);
        assertThat(adds)
                .isCloseTo(
                        json.at("/scenarios/0/difference/value").asDouble(),
                        org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void a_frontier_is_walked_on_top_of_changes() throws IOException {
        Run all = frontier("--points", "3", "--reach", "50");
        JsonNode without = json(frontier("--points", "3", "--without", "push", "--json"));
        JsonNode with = json(frontier("--points", "3", "--json"));

        assertThat(all.results()).contains("Cheapest budget").contains("the model's GMV");
        assertThat(without.at("/points/2/value").asDouble())
                .isLessThan(with.at("/points/2/value").asDouble());
    }

    @Test
    void a_frontier_of_profit_speaks_of_profit() {
        Run profit =
                frontier(
                        "--points",
                        "3",
                        "--reach",
                        "1",
                        "--objective",
                        "profit",
                        "--margin",
                        "0.3");

        assertThat(profit.results())
                .contains("        profit    next unit")
                .contains("; beyond it the next unit makes no profit")
                .contains(" of profit; measured GMV ")
                .doesNotContain("model's GMV");
    }

    @Test
    void budgets_too_small_for_a_rule_have_no_row_and_the_largest_is_told() throws IOException {
        Path file = folder.resolve("campaign.yml");
        Path floor =
                Files.writeString(
                        folder.resolve("floor.yml"),
                        Files.readString(file)
                                + "  - {rule: offer_cap, offers: [push, coupon_5, coupon_10], min_spend: 140}\n");
        Object[] asked = {"frontier", floor, "--model", folder.resolve("model"), "--points", 40};

        Run page = Run.of(asked);
        JsonNode json = Promised.result(asked);

        assertThat(json.get("points")).isNotEmpty().hasSizeLessThan(40);
        assertThat(json.at("/current/budget").asDouble()).isEqualTo(150);
        assertThat(page.results())
                .contains(
                        "Too little               %.2f USD; no plan that keeps every rule was found there or below"
                                .formatted(json.get("too_little").asDouble()))
                .contains("Break-even  ");
    }

    @Test
    void what_cannot_be_asked_is_told_with_what_can() {
        assertRefused(whatIf(), Ending.USAGE, "Say what to change, such as --budget +20%");
        assertRefused(
                whatIf("--without", "pusch", "--budget", "a lot"),
                Ending.BAD_INPUT,
                "budget (a lot) must be an amount, a change of it, or unlimited.",
                "Did you mean 'push'?");
        assertRefused(
                whatIf("--date", "2026-11-21", "--budget", "10"),
                Ending.USAGE,
                "are for campaigns that know of other days");
        assertRefused(
                whatIf("--cap", "weekly=3"),
                Ending.BAD_INPUT,
                "cap (weekly) is no cap of the campaign, which has none");
        assertRefused(
                whatIf("--limit", "push=3"),
                Ending.BAD_INPUT,
                "No limit is called 'push'; there are ");
        assertRefused(
                frontier("--budget", "+20%"),
                Ending.USAGE,
                "--budget and --given have no effect here: frontier plans at every budget.");
        assertRefused(frontier("--points", "1"), Ending.USAGE, "--points must be from 2 to 200.");
    }

    private static void assertRefused(Run run, Ending ending, String... sentences) {
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ending.exitCode());
        assertThat(run.messages()).contains(sentences);
        assertThat(run.results()).isEmpty();
    }

    private static Run whatIf(Object... more) {
        return run("what-if", more);
    }

    private static Run frontier(Object... more) {
        return run("frontier", more);
    }

    private static Run run(String command, Object... more) {
        List<Object> words = new ArrayList<>(List.of(command, folder.resolve("campaign.yml")));
        words.addAll(List.of(more));
        words.addAll(List.of("--model", folder.resolve("model")));
        return Run.of(words.toArray());
    }

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.exitCode()).as(run.messages()).isZero();
        return new ObjectMapper().readTree(run.results());
    }
}
