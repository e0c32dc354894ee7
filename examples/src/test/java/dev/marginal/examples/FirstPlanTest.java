package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's first commands, on the data that stands beside it. {@code .ci/run} gives the first
 * of them as a reader would, in a clone, and names a folder of that clone and of what was printed
 * ({@code readme.made}); elsewhere the plan is made here.
 */
class FirstPlanTest {
    private static final Path EXAMPLE = Story.ROOT.resolve("examples/first-plan");
    private static final Path CAMPAIGN = EXAMPLE.resolve("campaign.yml");
    private static final String DAY = "2026-11-21";
    private static final String PLAN = "./marginal plan examples/first-plan/campaign.yml\n";
    private static final String WHAT_IF =
            "./marginal what-if examples/first-plan/campaign.yml"
                    + " --model plans/first-plan-2026-11-21/model"
                    + " --budget +20% --without coupon_10\n";

    @TempDir static Path plans;
    private static Path plan;
    private static Story story;

    @BeforeAll
    static void run() throws IOException {
        String made = System.getProperty("readme.made");
        if (made == null) {
            plan = plans.resolve("first-plan-" + DAY);
            story = Story.plan(CAMPAIGN, plan);
        } else {
            plan = onlyPlan(Path.of(made, "clone/plans"));
            story = told(Path.of(made));
            Files.writeString(Path.of(made, "held"), "by FirstPlanTest");
        }
        assertThat(story.exitCode()).as(story.messages()).isZero();
    }

    private static Path onlyPlan(Path store) throws IOException {
        try (Stream<Path> found = Files.list(store)) {
            List<Path> all = found.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** A command that ended well, as it would have been told on the README's day. */
    private static Story told(Path made) throws IOException {
        String today = plan.getFileName().toString().substring("first-plan-".length());
        return new Story(
                0,
                Files.readString(made.resolve("results")).replace(today, DAY),
                Files.readString(made.resolve("messages")).replace(today, DAY));
    }

    @Test
    void the_readme_shows_the_real_output_of_plan() throws IOException {
        String next =
                story.messages()
                        .lines()
                        .filter(line -> line.startsWith("Next: "))
                        .findFirst()
                        .orElseThrow();
        assertThat(shown(PLAN)).isEqualTo(story.results().strip() + "\n" + next);
    }

    /** With the model of the plan, as the README says. */
    @Test
    void the_readme_shows_the_real_output_of_what_if() throws IOException {
        String expected = shown(WHAT_IF);
        Story answer =
                Story.of(
                        Clock.systemUTC(),
                        "what-if",
                        CAMPAIGN,
                        "--model",
                        plan.resolve("model"),
                        "--budget",
                        "+20%",
                        "--without",
                        "coupon_10");

        assertThat(answer.exitCode()).as(answer.messages()).isZero();
        assertThat(expected).isEqualTo(answer.results().strip());
    }

    /** What stands below a command in the README. */
    private static String shown(String command) throws IOException {
        assumeTrue(
                System.getProperty("os.arch").equals("amd64"),
                "The README's output was made on x86-64; the last digits may differ on other processors.");
        String readme = Files.readString(Story.ROOT.resolve("README.md"));
        assertThat(readme).contains(command);
        String below = readme.substring(readme.indexOf(command) + command.length());
        return below.substring(0, below.indexOf("```")).strip();
    }

    @Test
    void what_the_plan_truly_earns_lies_in_its_forecast_interval() throws IOException {
        JsonNode interval =
                new ObjectMapper()
                        .readTree(plan.resolve("plan.json").toFile())
                        .at("/forecast/incremental_gmv");

        assertThat(truth())
                .isBetween(interval.path("low").asDouble(), interval.path("high").asDouble());
    }

    @Test
    void the_plan_truly_earns_several_times_what_random_sends_earn_as_the_model_sees_them()
            throws IOException {
        JsonNode neighbours =
                new ObjectMapper().readTree(plan.resolve("plan.json").toFile()).path("neighbours");

        assertThat(neighbours.get(1).path("name").asText()).isEqualTo("random within the budget");
        assertThat(truth()).isGreaterThan(2 * neighbours.get(1).path("value").asDouble());
    }

    /** What the plan's sends truly add, by the world that the example was simulated in. */
    private static double truth() {
        try (Database database = Database.over(EXAMPLE)) {
            String sends = Database.scan(new Source.Files(plan, "sends.csv"));
            String truth = Database.scan(new Source.Files(EXAMPLE, "truth.csv"));
            return ((Number)
                            database.rows(
                                            """
                                            select sum(true_uplift::double) as total from (
                                                unpivot (select * exclude (baseline) from %s)
                                                on columns('uplift.*') into name offer value true_uplift) truth
                                            join %s sends
                                            on sends.customer = truth.customer_id and 'uplift.' || sends.offer = truth.offer"""
                                                    .formatted(truth, sends))
                                    .get(0)
                                    .get("total"))
                    .doubleValue();
        }
    }
}
