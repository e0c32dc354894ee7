package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Tier;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A campaign whose history brings realised costs, days and stated shares, and whose coupons are
 * tiers.
 */
class LearntCostTest {
    private static final String HISTORY =
            """
            sql: |
                  select *, date '2026-03-01' + cast(hash(customer_id) % 30 as int) as day,
                      case arm when 'none' then 0 when 'push' then 0.01
                          when 'coupon_5' then if(gmv > 0, 5.01, 0.01)
                          else if(gmv > 0, 10.01, 0.01) end as paid
                  from 'history.csv.gz'
              cost: paid
              time: day
              shares: {none: 0.25, push: 0.25, coupon_5: 0.25, coupon_10: 0.25}
            """;

    @TempDir static Path home;
    private static PlannedCampaign planned;
    private static Path plan;

    @BeforeAll
    static void plan() throws IOException {
        PlantedFiles.write(
                new PlantedCampaign(PlantedWorld.randomised(5), 4_000, 1_000), "learnt", home);
        change("campaign.yml", LearntCostTest::learning);
        planned = SmallCampaign.job(2).plan(CampaignFileReader.read(home.resolve("campaign.yml")));
        plan = home.resolve("plan");
        PlanFolder.publish(planned, LocalDate.of(2026, 11, 21), plan);
    }

    @Test
    void the_plan_passes_its_audit() {
        assertThat(PlanAudit.audit(plan).broken()).isEmpty();
    }

    @Test
    void sends_cost_what_was_learnt() {
        float[][] cost = planned.plan().scores().cost().orElseThrow();
        float[][] orders = planned.plan().scores().orderProbability();

        assertThat(planned.plan().offers().cost()).isDeepEqualTo(cost(cost));
        double learnt = 0;
        double derived = 0;
        int coupon = planned.plan().scores().treatments().indexOf("coupon_10");
        for (int i = 0; i < cost[coupon].length; i++) {
            learnt += cost[coupon][i];
            derived += 0.01 + 10 * orders[coupon][i];
        }
        assertThat(learnt).isBetween(0.8 * derived, 1.2 * derived);
    }

    @Test
    void a_send_that_does_not_cost_what_was_learnt_is_found() throws IOException {
        Path tampered = Files.createDirectory(home.resolve("tampered"));
        try (Stream<Path> files = Files.walk(plan).skip(1)) {
            for (Path file : files.toList()) {
                Files.copy(file, tampered.resolve(plan.relativize(file).toString()));
            }
        }
        Path sends = tampered.resolve("sends.csv");
        String before = Fingerprint.of(sends);
        List<String> lines = new ArrayList<>(Files.readAllLines(sends));
        String[] cells = lines.get(1).split(",");
        cells[4] = "77.500000";
        lines.set(1, String.join(",", cells));
        Files.write(sends, lines);
        Path document = tampered.resolve("plan.json");
        Files.writeString(
                document, Files.readString(document).replace(before, Fingerprint.of(sends)));

        assertThat(PlanAudit.audit(tampered).broken())
                .extracting(Claim::promise)
                .contains(
                        "cost and value of every send follow from its scores and the campaign file");
    }

    @Test
    void the_lottery_was_checked_against_the_stated_shares() {
        assertThat(planned.model().fit().randomisation().source()).isEqualTo(Source.SHARES);
        assertThat(planned.model().fit().randomisation().sampleRatio()).isBetween(0.0, 1.0);
    }

    @Test
    void coupons_are_tiers() {
        assertThat(planned.file().offers().get(2).tier()).contains(new Tier("coupon", 10));
    }

    @Test
    void a_file_that_states_costs_does_not_fit_a_model_that_learnt_them() throws IOException {
        Path stated =
                change("stated.yml", text -> text.replace("  cost: paid\n", "  ignore: [paid]\n"));

        assertThatThrownBy(
                        () ->
                                SmallCampaign.job(2)
                                        .plan(CampaignFileReader.read(stated), planned.model()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "stated.yml: history.cost is missing, but the model has learnt from it what sends cost. Fit the model again.");
    }

    private static float[][] cost(float[][] ofTreatments) {
        List<String> treatments = planned.plan().scores().treatments();
        return planned.file().offers().stream()
                .map(offer -> ofTreatments[treatments.indexOf(offer.treatment())])
                .toArray(float[][]::new);
    }

    private static String learning(String text) {
        return text.replaceAll(
                                "file: history\\.csv\\.gz.*\n",
                                HISTORY.replace("$", "\\$").strip() + "\n")
                        .replaceAll(", +cost_per_send: [0-9.]+", "")
                        .replaceAll(", +cost_per_order: [0-9.]+", "")
                + "learner: x\n";
    }

    private static Path change(String name, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(home.resolve("campaign.yml"));
        return Files.writeString(home.resolve(name), change.apply(text));
    }
}
