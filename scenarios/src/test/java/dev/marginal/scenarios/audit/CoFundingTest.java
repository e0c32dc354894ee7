package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.RichAudience;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coupons of which a payer for each stage bears 60 %, within budgets of their own. */
class CoFundingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String RULE =
            "{rule: co_funding, by: stage, max_spend: {new: 40, active: 90}}";
    private static final double SHARE = 0.6;
    private static final double CENT = 0.01;

    @TempDir static Path home;
    private static SmallCampaign campaign;
    private static Path plan;

    @BeforeAll
    static void publish() {
        campaign = new SmallCampaign(home);
        RichAudience.write(home);
        plan = publish("co-funded", CoFundingTest::usedUp);
    }

    @Test
    void each_payer_stays_within_its_own_budget_and_the_campaign_within_its_own() {
        Map<Object, Double> paid = paidByStage();

        assertThat(paid).containsOnlyKeys("new", "active");
        assertThat(paid.get("new")).isBetween(0.9 * 40, 40 + CENT);
        assertThat(paid.get("active")).isBetween(0.9 * 90, 90 + CENT);
        assertThat(json(plan).path("spend").asDouble()).isLessThanOrEqualTo(375);
    }

    @Test
    void whoever_has_no_payer_is_not_sent_what_needs_one() {
        assertThat(paidByStage()).doesNotContainKey("(missing)");
        assertThat(
                        rows(
                                "select count(*) as sends from %1$s s join %2$s c on s.customer = c.customer_id where c.stage is null and channel = 'push'"))
                .singleElement()
                .satisfies(row -> assertThat(((Number) row.get("sends")).longValue()).isPositive());
    }

    @Test
    void both_parts_of_a_cost_add_up_to_the_whole() {
        double whole =
                rows(
                                "select sum(0.01 + order_probability::double * if(offer = 'coupon_5', 5, 10)) as whole from %1$s where channel = 'coupon'")
                        .stream()
                        .mapToDouble(row -> ((Number) row.get("whole")).doubleValue())
                        .sum();

        assertThat(json(plan).path("co_funding").asDouble()).isCloseTo(SHARE * whole, within(CENT));
        assertThat(paidByStage().values().stream().mapToDouble(paid -> paid).sum())
                .isCloseTo(SHARE * whole, within(CENT));
    }

    @Test
    void the_limits_say_what_each_payer_pays_and_what_more_would_earn() {
        JsonNode limit = limit("stage new, co-funding");

        assertThat(limit.path("charge").asText()).isEqualTo("co_funding");
        assertThat(limit.path("at_most").asDouble()).isEqualTo(40);
        assertThat(limit.path("use").asDouble()).isCloseTo(paidByStage().get("new"), within(CENT));
        assertThat(limit.path("price").asDouble()).isPositive();
        assertThat(limit("stage (missing), nobody pays").path("use").asDouble()).isZero();
    }

    @Test
    void the_audit_finds_a_payer_who_pays_too_much_and_a_share_that_is_not_the_offers()
            throws IOException {
        assertThat(PlanAudit.audit(plan).claims())
                .extracting(Claim::promise)
                .contains(
                        "stage new pays no more than its own budget",
                        "stage (missing) gets nothing that nobody would pay for",
                        "what others pay of the sends adds up to what plan.json states");
        Path poorer = publish("poorer", CoFundingTest::shared);
        edit(poorer, text -> text.replace("{new: 40,", "{new: 4,"));
        assertThat(PlanAudit.audit(poorer).broken())
                .extracting(Claim::promise)
                .contains("stage new pays no more than its own budget");
        Path other = publish("other", CoFundingTest::shared);
        edit(other, text -> text.replace("co_funded: 0.6", "co_funded: 0.5"));
        assertThat(PlanAudit.audit(other).broken())
                .extracting(Claim::promise)
                .contains(
                        "cost and value of every send follow from its scores and the campaign file",
                        "what others pay of the sends adds up to what plan.json states");
    }

    @Test
    void what_others_pay_lets_the_campaigns_own_budget_go_further() {
        Path alone =
                publish(
                        "alone",
                        text ->
                                RichAudience.campaign(
                                        text, "{rule: exclusion, offers: [coupon_5, coupon_10]}"));
        Path helped =
                publish(
                        "helped",
                        text ->
                                coFunded(
                                        RichAudience.campaign(
                                                text,
                                                "{rule: exclusion, offers: [coupon_5, coupon_10]}")));

        assertThat(json(helped).path("value").asDouble())
                .isGreaterThan(json(alone).path("value").asDouble());
        assertThat(json(alone).has("co_funding")).isFalse();
    }

    @Test
    void a_difference_tells_what_others_pay_and_whose_budget_moved_customers() {
        Path richer =
                publish(
                        "richer",
                        text -> usedUp(text).replace("{new: 40, active", "{new: 60, active"));

        PlanDifference difference = PlanComparison.between(plan, richer, new Execution(2));

        assertThat(difference.before().coFunding())
                .isEqualTo(json(plan).path("co_funding").asDouble());
        assertThat(difference.now().coFunding())
                .isCloseTo(difference.before().coFunding() + 20, within(10.0));
        assertThat(difference.limits())
                .filteredOn(limit -> limit.limit().equals("stage new, co-funding"))
                .singleElement()
                .satisfies(
                        limit -> {
                            assertThat(limit.price()).isLessThan(limit.priceBefore());
                            assertThat(limit.change()).startsWith("at most 60.00, before 40.00; ");
                        });
        assertThat(difference.moves())
                .filteredOn(
                        move ->
                                !move.from().contains("coupon")
                                        && move.to().contains("coupon")
                                        && move.customers() > 1)
                .isNotEmpty()
                .allSatisfy(
                        move ->
                                assertThat(move.why())
                                        .startsWith("the price of stage new, co-funding fell"));
    }

    @Test
    void the_report_tells_what_others_pay() throws IOException {
        assertThat(Files.readString(plan.resolve("report.html")))
                .contains("Co-funding", "which others pay, beside the spend");
        assertThat(Files.readString(publish("own", text -> text).resolve("report.html")))
                .doesNotContain("Co-funding");
    }

    @Test
    void a_payers_budget_is_asked_for_like_any_limit() {
        assertThat(json(plan).path("limits"))
                .extracting(line -> line.path("limit").asText())
                .containsExactly(
                        "budget",
                        "stage active, co-funding",
                        "stage new, co-funding",
                        "stage (missing), nobody pays");
    }

    private static String shared(String text) {
        return coFunded(RichAudience.campaign(text, RULE));
    }

    /** Searched to the last coin, so that payers' budgets are used up. */
    private static String usedUp(String text) {
        return shared(text).replaceFirst("target_gap: .*", "target_gap: 1e-6");
    }

    private static String coFunded(String text) {
        return text.replace("channel: coupon,", "channel: coupon, co_funded: 0.6,");
    }

    private static Path publish(String name, UnaryOperator<String> change) {
        Path file = campaign.changed(name + ".yml", change);
        Path folder = home.resolve(name);
        assertThat(PlanFolder.publish(campaign.plan(file, 2), DAY, folder).audit().broken())
                .isEmpty();
        return folder;
    }

    /** What others pay, from what the campaign pays: 60 of 100 for each 40. */
    private static Map<Object, Double> paidByStage() {
        return rows(
                        "select coalesce(stage, '(missing)') as stage, sum(cost::double) as own from %1$s s join %2$s c on s.customer = c.customer_id where channel = 'coupon' group by all")
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("stage"),
                                row ->
                                        ((Number) row.get("own")).doubleValue()
                                                * SHARE
                                                / (1 - SHARE)));
    }

    private static List<Map<String, Object>> rows(String sql) {
        try (Database database = Database.over(home)) {
            return database.rows(
                    sql.formatted(
                            Database.scan(new Source.Files(plan, "sends.csv")),
                            Database.scan(new Source.Files(home, "customers.csv"))));
        }
    }

    private static JsonNode limit(String name) {
        for (JsonNode limit : json(plan).path("limits")) {
            if (limit.path("limit").asText().equals(name)) {
                return limit;
            }
        }
        throw new AssertionError(name);
    }

    private static JsonNode json(Path folder) {
        try {
            return new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void edit(Path folder, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("campaign.yml");
        String before = Files.readString(file);
        Files.writeString(file, change.apply(before));
        assertThat(Files.readString(file)).isNotEqualTo(before);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = (ObjectNode) json(folder);
        ((ObjectNode) json.at("/inputs/campaign_file")).put("sha256", Fingerprint.of(file));
        mapper.writeValue(folder.resolve("plan.json").toFile(), json);
    }
}
