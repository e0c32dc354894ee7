package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.RichAudience;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.tables.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every rule from the campaign file to the audit: the plan is published, which takes an audit that
 * passes; then the plan's campaign file asks for more, and the audit must name the rule.
 */
class RuleAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir static Path home;
    private static SmallCampaign campaign;
    private static int plans;

    @BeforeAll
    static void fit() {
        campaign = new SmallCampaign(home);
        RichAudience.write(home);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {rule: minimum_reach, where: "stage = 'new'", min_sends: 300}            | 300}   | 1400}  | at least 1400 sends go out for stage new
                    {rule: minimum_reach, channel: push, min_sends: 900}                     | 900}   | 1501}  | at least 1501 sends go out
                    {rule: minimum_reach, where: "age >= 60", min_sends: 150}                | 150}   | 1000}  | at least 1000 sends go out where age >= 60
                    {rule: minimum_roi, at_least: 3.5}                                       | 3.5}   | 99}    | the value is at least 99 times the cost
                    {rule: minimum_roi, at_least: 2.25, channel: coupon, where: "vip = 1"}   | 2.25,  | 99,    | the value is at least 99 times the cost where vip = 1
                    {rule: segment_budget, by: region, max_spend: 80}                        | 80}    | 0.01}  | region north keeps its budget of spend
                    {rule: segment_budget, by: merchant, max_spend: 6}                       | 6}     | 0.01}  | merchant m7 keeps its budget of spend
                    {rule: segment_budget, by: stage, channel: push, max_sends: {new: 90, active: 120}} | 90, | 1, | stage new keeps its budget of sends
                    {rule: segment_budget, by: stage, min_spend: {(missing): 40}}            | 40}    | 370}   | stage (missing) keeps its budget of spend
                    {rule: segment_share, by: stage, of: spend, at_most: 0.5, at_least: 0.2} | 0.5,   | 0.21,  | stage active has at most 0.21 of the spend
                    {rule: segment_share, by: stage, of: sends, at_least: 0.2}               | 0.2}   | 0.9}   | stage new has at least 0.9 of the sends
                    {rule: offer_cap, offers: [push, coupon_10], max_sends: 400, min_sends: 50} | 400, | 51,   | offers push + coupon_10 keeps its cap on sends
                    {rule: offer_cap, offers: [coupon_5], where: "age < 40", max_spend: 100} | 100}   | 1}     | offers coupon_5 keeps its cap on spend where age < 40
                    {rule: channel_cap, channel: push, where: "stage in ('new', 'active')", max_sends: 200} | 200} | 1} | channel push keeps its cap on sends for stage active or new
                    {rule: contact_limit, offers: [push, coupon_5], at_most: 1}              | at_most: 1} | at_most: 0} | no customer gets more than 0 push + coupon_5 sends
                    """)
    void a_plan_keeps_the_rule_and_the_audit_finds_one_that_does_not(
            String rule, String asked, String tighter, String promise) throws IOException {
        Path folder = publish(text -> RichAudience.campaign(text, rule));

        edit(folder, text -> text.replace(rule, rule.replace(asked, tighter)));

        assertThat(PlanAudit.audit(folder).broken()).extracting(Claim::promise).contains(promise);
    }

    @Test
    void a_further_amount_is_capped_by_constants_and_by_a_column() throws IOException {
        Path folder =
                publish(
                        text ->
                                RichAudience.campaign(
                                                text,
                                                "{rule: amount_cap, amount: minutes, at_most: 900}")
                                        .replace(
                                                "channel: push, ",
                                                "channel: push, amounts: {minutes: 0.5}, ")
                                        .replace(
                                                "treatment: coupon_5, ",
                                                "treatment: coupon_5, amounts: {minutes: minutes}, "));

        assertThat(PlanAudit.audit(folder).claims())
                .extracting(Claim::promise)
                .contains("minutes stay within their cap");
        edit(folder, text -> text.replace("at_most: 900", "at_most: 1"));
        assertThat(PlanAudit.audit(folder).broken())
                .extracting(Claim::promise)
                .contains("minutes stay within their cap");
    }

    @Test
    void a_confident_budget_leaves_room_for_the_uncertainty_of_redemptions() throws IOException {
        Path folder =
                publish(
                        text ->
                                RichAudience.campaign(
                                                text,
                                                "{rule: exclusion, offers: [coupon_5, coupon_10]}")
                                        .replace(
                                                "objective:",
                                                "budget_confidence: 0.95\nobjective:"));

        assertThat(PlanAudit.audit(folder).claims())
                .extracting(Claim::promise)
                .contains("the spend stays within the budget with probability 0.95");
        edit(folder, text -> text.replace("confidence: 0.95", "confidence: 0.9999"));
        assertThat(PlanAudit.audit(folder).broken())
                .extracting(Claim::promise)
                .contains("the spend stays within the budget with probability 0.9999");
    }

    @Test
    void a_price_for_other_customers_than_the_rule_speaks_of_is_found() throws IOException {
        Path folder =
                publish(
                        text ->
                                RichAudience.campaign(
                                        text, "{rule: segment_budget, by: region, max_spend: 80}"));
        editPlan(
                folder,
                json ->
                        ((ObjectNode) json.get("limits").get(1).get("where"))
                                .put("column", "stage"));

        assertThat(PlanAudit.audit(folder).broken())
                .extracting(Claim::promise)
                .contains("every price belongs to a limit and has its sign");
    }

    private static Path publish(UnaryOperator<String> change) {
        int number = ++plans;
        Path file = campaign.changed("rule-" + number + ".yml", change);
        Path folder = home.resolve("plan-" + number);
        assertThat(PlanFolder.publish(campaign.plan(file, 2), DAY, folder).audit().passed())
                .isTrue();
        return folder;
    }

    private static void edit(Path folder, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("campaign.yml");
        String before = Files.readString(file);
        Files.writeString(file, change.apply(before));
        assertThat(Files.readString(file)).isNotEqualTo(before);
        editPlan(
                folder,
                json ->
                        ((ObjectNode) json.at("/inputs/campaign_file"))
                                .put("sha256", Fingerprint.of(file)));
    }

    private static void editPlan(Path folder, Consumer<ObjectNode> change) throws IOException {
        Path file = folder.resolve("plan.json");
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = (ObjectNode) mapper.readTree(file.toFile());
        change.accept(json);
        mapper.writeValue(file.toFile(), json);
    }
}
