package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that speaks of where customers stand, as people read it. */
class LifecycleCommandTest {
    @TempDir static Path home;
    private static Path campaign;
    private static Path model;
    private static Path published;
    private static Run plan;

    @BeforeAll
    static void plan() throws IOException {
        SpringCampaign spring = SpringCampaign.in(home.resolve("world"));
        spring.edit(
                "campaign.yml",
                text ->
                        text.replace(
                                        "objective: gmv",
                                        """
                                        learner: x
                                        target_gap: 1e-4
                                        objective: value
                                        lifecycle:
                                          purchases: {file: purchases.csv, customer: customer_id, time: day, amount: total}
                                          stages: {loyal: {repeat_purchases: 1}}""")
                                .replace(
                                        "rules:\n",
                                        "rules:\n  - {rule: minimum_reach, where: \"stage = 'dormant'\", min_sends: 3}\n"));
        purchases(spring.folder().resolve("purchases.csv"));
        campaign = spring.folder().resolve("campaign.yml");
        model = home.resolve("model");
        published = home.resolve("plan");
        Run fit = Run.of("fit", campaign, "--out", model);
        assertThat(fit.exitCode()).as(fit.messages()).isZero();
        plan =
                Run.of(
                        "plan",
                        campaign,
                        "--model",
                        model,
                        "--date",
                        "2026-11-21",
                        "--out",
                        published);
    }

    @Test
    void the_summary_tells_stages_with_their_day_and_model() {
        assertThat(plan.exitCode()).as(plan.messages()).isZero();
        assertThat(plan.results())
                .containsPattern(
                        "Stages +[0-9]+ new, [0-9]+ active, [0-9]+ loyal, [0-9]+ at risk, [0-9]+ dormant, [0-9]+ lost, [0-9]+ without a purchase yet\n"
                                + " +as of 2025-12-[0-9]+, the log's last day; pareto_nbd, learnt from purchases.csv until then")
                .contains("of future value", "audited, ");
    }

    @Test
    void an_earlier_day_says_that_it_looks_no_further() {
        Run earlier =
                Run.of(
                        "plan",
                        campaign,
                        "--model",
                        model,
                        "--date",
                        "2025-10-01",
                        "--dry-run",
                        "--out",
                        home.resolve("earlier"));

        assertThat(earlier.results()).contains("as of 2025-09-30, the day before the plan's");
    }

    @Test
    void a_check_tells_stages_and_every_row_of_the_log_that_cannot_be_used() throws IOException {
        assertThat(Run.of("check", campaign).results())
                .containsPattern(
                        "purchases +[0-9,]+ rows of 280 customers, 2025-01-[0-9]+ to 2025-12-[0-9]+; as of 2025-12-[0-9]+, the log's last day: [0-9]+ new");

        Path log = campaign.resolveSibling("purchases.csv");
        String text = Files.readString(log);
        try {
            Files.writeString(log, text + "c1000001,2025-12-31,much\nc1000002,31.12.2025,5\n");
            Run check = Run.of("check", campaign);

            assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
            assertThat(check.results())
                    .containsPattern("purchases +purchases\\.csv line [0-9]+: total \\(much\\)")
                    .containsPattern("purchases\\.csv line [0-9]+: day \\(31\\.12\\.2025\\)")
                    .doesNotContain("stage) must name a column");
        } finally {
            Files.writeString(log, text);
        }
    }

    @Test
    void a_customers_story_and_a_difference_speak_of_the_plan_as_ever() {
        String customer = customer("stage = 'dormant'");

        assertThat(Run.of("explain", published, customer).exitCode()).isZero();
        assertThat(Run.of("audit", published).exitCode()).isZero();
        assertThat(Run.of("diff", published, published).exitCode()).isZero();
    }

    @Test
    void scores_by_the_campaigns_rules_put_customers_into_the_plans_stages() {
        Path log = campaign.resolveSibling("purchases.csv");
        Path values = home.resolve("values");
        Run.of(
                "value",
                "fit",
                log,
                "--customer",
                "customer_id",
                "--time",
                "day",
                "--amount",
                "total",
                "--out",
                values);
        Run usual = score(log, values, "usual.parquet");
        Run same = score(log, values, "same.parquet", "--stages", campaign);

        assertThat(usual.exitCode()).as(usual.messages()).isZero();
        assertThat(same.exitCode()).as(same.messages()).isZero();
        assertThat(otherStages("same.parquet")).isZero();
        assertThat(otherStages("usual.parquet")).isPositive();
    }

    @Test
    void a_night_plans_by_the_same_stages_and_again_only_where_the_log_has_changed()
            throws IOException {
        Path store = home.resolve("store");
        Run first = night(store);

        assertThat(first.exitCode()).as(first.messages()).isZero();
        Path plan = store.resolve("spring-2026-11-21");
        assertThat(plan.resolve("lifecycle.parquet"))
                .hasSameBinaryContentAs(published.resolve("lifecycle.parquet"));
        assertThat(Run.of("audit", plan).exitCode()).isZero();
        assertThat(night(store).messages() + night(store).results()).contains("unchanged");

        Path log = campaign.resolveSibling("purchases.csv");
        String text = Files.readString(log);
        try {
            Files.writeString(log, text + "c1000001,2025-12-31,25\n");
            assertThat(night(store).exitCode()).isNotZero();
        } finally {
            Files.writeString(log, text);
        }
    }

    private static Run night(Path store) {
        return Run.of(
                "nightly",
                campaign,
                "--date",
                "2026-11-21",
                "--kind",
                "live",
                "--store",
                store,
                "--model",
                "spring=" + model,
                "--retries",
                0,
                "--settle",
                "0s");
    }

    private static Run score(Path log, Path values, String out, Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "value",
                                "score",
                                log,
                                "--model",
                                values,
                                "--out",
                                home.resolve(out)));
        words.addAll(List.of(more));
        return Run.of(words.toArray());
    }

    /** Customers whom scores put into another stage than the plan does. */
    private static long otherStages(String scores) {
        try (Database database = Database.over(home)) {
            return ((Number)
                            database.rows(
                                            "select count(*) as n from read_parquet('plan/lifecycle.parquet') l full join read_parquet('%s') s using (customer) where l.stage is distinct from s.stage"
                                                    .formatted(scores))
                                    .get(0)
                                    .get("n"))
                    .longValue();
        }
    }

    private static String customer(String where) {
        try (Database database = Database.over(published)) {
            return database.rows(
                            "select customer from read_parquet('lifecycle.parquet') where %s limit 1"
                                    .formatted(where))
                    .get(0)
                    .get("customer")
                    .toString();
        }
    }

    /** Of the audience's first 280 customers. */
    private static void purchases(Path file) throws IOException {
        Table log = ShopLog.table();
        IdColumn ids = log.column("customer", IdColumn.class);
        double[] days = log.column("day", AmountColumn.class).values();
        double[] amounts = log.column("amount", AmountColumn.class).values();
        StringBuilder text = new StringBuilder("customer_id,day,total\n");
        for (int row = 0; row < log.rows(); row++) {
            int customer = Integer.parseInt(ids.id(row).substring(1));
            if (customer < 280) {
                text.append(
                        "c%d,%s,%s\n"
                                .formatted(
                                        1_000_000 + customer,
                                        LocalDate.ofEpochDay((long) days[row]),
                                        amounts[row]));
            }
        }
        Files.writeString(file, text);
    }
}
