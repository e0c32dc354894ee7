package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Shoppers;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign whose rules and objective speak of where customers stand. */
class LifecyclePlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Execution TWO = new Execution(2);
    private static final String LIFECYCLE =
            """
            lifecycle:
              purchases: {file: purchases.csv, customer: customer_id, time: day, amount: total}
              horizon: 26
              discount: 0.1
              since: 2026-06-30
              stages: {new: {first_purchase_within_days: 60}, loyal: {repeat_purchases: 2}}
            """;
    private static final String RULES =
            """
            rules:
              - {rule: minimum_reach, where: "stage = 'at risk'", min_sends: 20}
              - {rule: channel_cap, channel: push, max_sends: 90, where: "p_alive < 0.5 and rfm >= 6"}
              - {rule: segment_budget, by: stage, max_spend: 60}
              - {rule: segment_budget, by: rfm, max_sends: 120}
            """;

    @TempDir static Path home;
    private static SmallCampaign campaign;
    private static CampaignFile file;
    private static PlannedCampaign planned;
    private static Standing standing;
    private static JsonNode json;

    @BeforeAll
    static void plan() throws IOException {
        campaign = new SmallCampaign(home);
        List<String> customers = Shoppers.ids(home.resolve("audience.csv"));
        Shoppers.write(customers.subList(0, 1_400), home.resolve("purchases.csv"));
        file = CampaignFileReader.read(campaign.changed("stages.yml", LifecyclePlanTest::asked));
        planned = SmallCampaign.job(2).plan(file.on(DAY), campaign.model());
        standing = planned.audience().standing().orElseThrow();
        PlanFolder.publish(planned, DAY, home.resolve("plan"));
        json = new ObjectMapper().readTree(home.resolve("plan/plan.json").toFile());
    }

    private static String asked(String text) {
        return text.replaceFirst("target_gap: .*", "target_gap: 0.02")
                .replace("objective: gmv", "objective: value\n" + LIFECYCLE.strip())
                .replace("rules:\n", RULES);
    }

    @Test
    void the_plan_passes_its_audit() {
        assertThat(PlanAudit.audit(home.resolve("plan")).broken()).isEmpty();
    }

    @Test
    void stages_and_values_are_those_of_the_log_alone() {
        TransactionLog log =
                TransactionLog.read(
                        new Source.Files(home, "purchases.csv"),
                        LogSettings.of("customer_id", "day", "total"),
                        new DuckDbReader());
        StageRules usual = StageRules.defaults();
        ScoredCustomers scored =
                ScoredCustomers.of(
                        new ValueLearner(TWO).fit(log, "pareto_nbd", log.lastDay()).valueModel(),
                        log.histories(log.lastDay(), TWO),
                        new Horizon(26, .1),
                        new StageRules(60, 2, usual.atRisk(), usual.dormant(), usual.lost()),
                        TWO);
        IdIndex index = new IdIndex(scored.histories().customers());
        CategoryColumn stage = standing.columns().column("stage", CategoryColumn.class);
        NumberColumn worth = standing.columns().column("value_of_an_order", NumberColumn.class);
        int never = 0;
        for (int row = 0; row < stage.rows(); row++) {
            int found = index.find(planned.audience().ids(), row);
            if (found == IdIndex.ABSENT) {
                never++;
                assertThat(stage.word(row)).isNull();
                assertThat(worth.values()[row]).isZero();
            } else {
                assertThat(stage.word(row)).isEqualTo(scored.stages().stages().get(found).word());
                assertThat(worth.values()[row])
                        .isEqualTo((float) scored.scores().valueOfAnOrder()[found]);
            }
        }
        assertThat(never).isEqualTo(1_500 - standing.bought()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void plan_json_says_what_stages_come_from() {
        JsonNode said = json.path("inputs").path("lifecycle");

        assertThat(said.path("source").asText()).isEqualTo("purchases.csv");
        assertThat(said.path("fingerprint").asText()).hasSize(64);
        assertThat(said.path("because").asText()).isEqualTo("the log's last day");
        assertThat(said.path("as_of").asText()).isEqualTo(standing.eve().date().toString());
        assertThat(said.path("model").asText()).isEqualTo("pareto_nbd");
        assertThat(said.path("purchases").path("r").asDouble()).isPositive();
        assertThat(said.path("spending").path("q").asDouble()).isGreaterThan(1);
        assertThat(said.path("stages").path("new").path("first_purchase_within_days").asInt())
                .isEqualTo(60);
        assertThat(json.path("inputs").path("future_value").path("source").asText())
                .isEqualTo("lifecycle.parquet");
    }

    @Test
    void the_report_tells_who_gets_what_by_stage_and_who_moved() throws IOException {
        assertThat(Files.readString(home.resolve("plan/report.html")))
                .contains(
                        "Sends by stage",
                        "without a purchase yet",
                        "as of %s, the log".formatted(standing.eve().date()),
                        "Who went from which stage to which, 2026-06-30 to ",
                        "purchases.csv");
    }

    @Test
    void the_same_for_any_number_of_threads() {
        Standing alone =
                SmallCampaign.job(1)
                        .value(file.on(DAY), campaign.model())
                        .audience()
                        .standing()
                        .orElseThrow();

        assertThat(alone.fitted()).isEqualTo(standing.fitted());
        assertThat(alone.columns().column("value", NumberColumn.class).values())
                .isEqualTo(standing.columns().column("value", NumberColumn.class).values());
    }

    @Test
    void a_plan_of_an_earlier_day_knows_nothing_of_later_purchases() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        Standing earlier =
                SmallCampaign.job(2)
                        .value(file.on(day), campaign.model())
                        .audience()
                        .standing()
                        .orElseThrow();

        assertThat(earlier.eve().date()).isEqualTo("2026-06-30");
        assertThat(earlier.fitted().until()).isEqualTo("2026-06-30");
        assertThat(earlier.bought()).isLessThanOrEqualTo(standing.bought());
    }

    @Test
    void a_what_if_may_speak_of_stages_that_the_campaign_file_does_not_name() {
        PlanningDesk desk =
                new PlanningDesk(
                        SmallCampaign.job(2).value(file.on(DAY), campaign.model()),
                        new DuckDbReader(),
                        TWO);
        var asked =
                ScenarioReader.read("{exclude: \"segment = 'champions'\"}", "asked", home, file);
        Answer answer = desk.knowing(asked.words()).answer(asked.all().get(0));
        Segmentation segment =
                answer.plan().offers().segmentations().stream()
                        .filter(one -> one.column().equals("segment"))
                        .findFirst()
                        .orElseThrow();

        assertThat(segment.names()).contains(Traits.MISSING);
        for (int customer : answer.plan().sends().customer()) {
            assertThat(segment.names().get(segment.code()[customer])).isNotEqualTo("champions");
        }
    }

    @Test
    void a_log_that_has_changed_breaks_the_audit() throws IOException {
        Path log = home.resolve("purchases.csv");
        Path kept = home.resolve("kept.csv");
        Files.copy(log, kept);
        try {
            List<String> lines = Files.readAllLines(log);
            Files.writeString(log, String.join("\n", lines.subList(0, lines.size() / 2)) + "\n");

            assertThat(PlanAudit.audit(home.resolve("plan")).broken())
                    .extracting(Claim::promise)
                    .contains(
                            "stages are those that the log and the campaign file's rules give",
                            "P(alive), expected purchases, spend and value are what the stated parameters give");
        } finally {
            Files.move(kept, log, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void every_number_is_derived_anew_in_another_unit() {
        assertPasses(
                text ->
                        asked(text)
                                .replace(
                                        "horizon: 26\n  discount: 0.1",
                                        "unit: month\n  horizon: 6\n  discount: 0.2"));
    }

    @Test
    void under_the_other_model_as_well() {
        assertPasses(
                text ->
                        asked(text)
                                .replace("objective: value", "objective: gmv")
                                .replace("horizon: 26", "model: bg_nbd\n  horizon: 26"));
    }

    private static void assertPasses(UnaryOperator<String> change) {
        Path other =
                campaign.changed("other.yml", text -> "time_limit: 1 s\n" + change.apply(text));
        PlannedCampaign plan =
                SmallCampaign.job(2).plan(CampaignFileReader.read(other).on(DAY), campaign.model());

        assertThat(PlanFolder.publish(plan, DAY, folder()).audit().broken()).isEmpty();
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory(home, "plan");
            Files.delete(folder);
            return folder;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
