package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.tables.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every test breaks one promise of a good plan, with hashes made right again where it can, and the
 * audit must find it.
 */
class PlanAuditTest {
    @TempDir static Path home;
    private static SmallCampaign campaign;

    private static Path good;

    private Path plan;

    @BeforeAll
    static void fit() {
        campaign = new SmallCampaign(home);
        good = home.resolve("good");
        PlanFolder.publish(campaign.plan(), LocalDate.of(2026, 11, 21), good);
    }

    /** Beside the good one, as plan.json names the campaign file from there. */
    @BeforeEach
    void copy(TestInfo test) throws IOException {
        plan = home.resolve(test.getTestMethod().orElseThrow().getName());
        try (Stream<Path> files = Files.walk(good)) {
            for (Path file : files.toList()) {
                Files.copy(file, plan.resolve(good.relativize(file).toString()));
            }
        }
    }

    @Test
    void a_good_plan_passes_with_a_claim_for_every_rule() {
        AuditReport report = PlanAudit.audit(plan);

        assertThat(report.broken()).isEmpty();
        assertThat(report.claims())
                .extracting(Claim::promise)
                .contains(
                        "the spend stays within the budget",
                        "no customer gets more than 2 sends",
                        "no customer gets more than 1 coupon send",
                        "channel push keeps its cap on sends",
                        "no plan can be worth more than the bound that these prices prove");
    }

    @Test
    void a_changed_file_is_found() throws IOException {
        Files.writeString(
                plan.resolve("sends.csv"), Files.readString(plan.resolve("sends.csv")) + "\n");

        assertBroken("every file is as it was written, and no other is there");
    }

    @Test
    void a_send_too_cheap_to_be_true_is_found() {
        editSends(lines -> lines.set(1, cells(lines.get(1), 4, "0.000001")));

        assertBroken("cost and value of every send follow from its scores and the campaign file");
    }

    @Test
    void a_send_twice_is_found() {
        editSends(lines -> lines.add(lines.get(1)));

        assertBroken(
                "every send is an offer of the campaign to a customer of the audience, at most once");
    }

    @Test
    void a_send_to_a_stranger_is_found() {
        editSends(lines -> lines.set(1, cells(lines.get(1), 0, "nobody")));

        assertBroken(
                "every send is an offer of the campaign to a customer of the audience, at most once");
    }

    @Test
    void a_plan_that_breaks_the_rules_of_its_campaign_file_is_found() {
        editCampaign(
                text ->
                        text.replaceFirst("budget: .*", "budget: 1")
                                .replaceFirst("max_sends: \\d+", "max_sends: 1"));

        assertBroken("the spend stays within the budget");
        assertBroken("channel push keeps its cap on sends");
    }

    @Test
    void two_coupons_for_one_customer_are_found() {
        editSends(
                lines ->
                        lines.add(
                                cells(
                                        lines.stream()
                                                .filter(line -> line.contains("coupon_5"))
                                                .findFirst()
                                                .orElseThrow(),
                                        1,
                                        "coupon_10")));

        assertBroken("no customer gets more than 1 coupon send");
    }

    @Test
    void totals_that_flatter_are_found() {
        editPlan(
                json ->
                        json.put(
                                "value",
                                json.get("value").decimalValue().add(java.math.BigDecimal.ONE)));

        assertBroken("sends, value and spend add up to what plan.json states");
    }

    @Test
    void a_bound_that_is_too_low_is_found() {
        editPlan(json -> json.put("price_bound", json.get("price_bound").asDouble() * 0.99));

        assertBroken("no plan can be worth more than the bound that these prices prove");
    }

    @Test
    void a_price_with_the_wrong_sign_is_found() {
        editPlan(json -> ((ObjectNode) json.get("limits").get(0)).put("price", -1));

        assertBroken("every price belongs to a limit and has its sign");
    }

    @Test
    void an_audience_that_has_changed_since_is_found() throws IOException {
        Path audience = home.resolve("audience.csv");
        String before = Files.readString(audience);
        Files.writeString(audience, before.replaceFirst("c1000003", "c2000003"));
        try {
            assertBroken("the customers scored are those of the audience file, each once");
        } finally {
            Files.writeString(audience, before);
        }
    }

    @Test
    void crossing_exclusions_have_their_bound_derived_too() {
        Path crossing =
                campaign.changed(
                        "crossing.yml",
                        text ->
                                text
                                        + "  - {rule: exclusion, offers: [push, coupon_5]}\n  - {rule: exclusion, offers: [push, coupon_10]}\n"
                                        + "  - {rule: offer_quota, offer: push, min_sends: 40}\n");
        Path folder = home.resolve("crossing");

        PlanFolder.publish(campaign.plan(crossing, 2), LocalDate.of(2026, 11, 21), folder);

        assertThat(PlanAudit.audit(folder).claims())
                .extracting(Claim::promise)
                .contains("no customer gets two of push, coupon_5", "offer push keeps its quota");
    }

    @Test
    void a_file_that_was_added_is_found() throws IOException {
        Files.writeString(plan.resolve("note.txt"), "send this");

        assertBroken("every file is as it was written, and no other is there");
    }

    @Test
    void a_plan_that_was_moved_says_where_it_looked_for_its_audience() throws IOException {
        Path far = Files.createDirectories(home.resolve("far/away")).resolve("p");
        Files.move(plan, far);

        assertThat(PlanAudit.audit(far).broken())
                .extracting(Claim::finding)
                .anyMatch(finding -> finding.contains("audit a plan where it was made"));
    }

    @Test
    void a_damaged_table_is_a_broken_promise_and_no_crash() throws IOException {
        Files.writeString(plan.resolve("scores.parquet"), "x");
        editPlan(
                json ->
                        ((ObjectNode) json.get("files"))
                                .put(
                                        "scores.parquet",
                                        Fingerprint.of(plan.resolve("scores.parquet"))));

        assertBroken("the files can be read as a plan's files");
    }

    @Test
    void a_folder_that_holds_no_plan_is_refused_in_words() {
        assertThatThrownBy(() -> PlanAudit.audit(home))
                .hasMessageContaining(
                        "is not a plan folder: it has no plan.json. Give a folder that ./marginal plan wrote");
    }

    private void assertBroken(String promise) {
        assertThat(PlanAudit.audit(plan).broken()).extracting(Claim::promise).contains(promise);
    }

    private void editSends(Consumer<List<String>> change) {
        try {
            Path sends = plan.resolve("sends.csv");
            List<String> lines = new ArrayList<>(Files.readAllLines(sends));
            change.accept(lines);
            Files.write(sends, lines);
            editPlan(
                    json ->
                            ((ObjectNode) json.get("files"))
                                    .put("sends.csv", Fingerprint.of(sends)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void editCampaign(UnaryOperator<String> change) {
        try {
            Path file = plan.resolve("campaign.yml");
            Files.writeString(file, change.apply(Files.readString(file)));
            editPlan(
                    json ->
                            ((ObjectNode) json.at("/inputs/campaign_file"))
                                    .put("sha256", Fingerprint.of(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void editPlan(Consumer<ObjectNode> change) {
        try {
            Path file = plan.resolve("plan.json");
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode json = (ObjectNode) mapper.readTree(file.toFile());
            change.accept(json);
            mapper.writeValue(file.toFile(), json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String cells(String line, int cell, String value) {
        String[] cells = line.split(",", -1);
        cells[cell] = value;
        return String.join(",", cells);
    }
}
