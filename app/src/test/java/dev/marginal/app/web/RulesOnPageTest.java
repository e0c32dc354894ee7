package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.marginal.app.rest.Client;
import dev.marginal.app.rest.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every limit can be lifted or set, and rules of every kind be added. */
class RulesOnPageTest extends PageTest {
    @Test
    void every_limit_of_the_campaign_can_be_lifted() {
        go(CAMPAIGN);
        List<String> limits = limits(running, "small");

        assertThat(limits).hasSizeGreaterThan(2);
        for (String limit : limits) {
            Locator holds = holds(limit);
            assertThat(holds).isChecked();
            holds.focus();
            page.keyboard().press("Space");
            settled();
            assertThat(lastQuestion()).isEqualTo("{\"drop\":[\"%s\"]}".formatted(limit));
            holds.click();
        }
    }

    @Test
    void a_limit_on_sends_to_one_customer_is_set() {
        go(CAMPAIGN);
        type("contacts, at most", "1");
        settled();

        assertThat(lastQuestion())
                .isEqualTo("{\"limits\":[{\"limit\":\"contacts\",\"at_most\":1}]}");
        assertThat(answer().at("/difference/value").asDouble()).isNegative();
        holds("contacts").click();
        settled();
        assertThat(lastQuestion()).isEqualTo("{\"drop\":[\"contacts\"]}");
    }

    @Test
    void rules_of_other_kinds_are_added_by_keyboard_and_removed() {
        go(CAMPAIGN);
        press("Add a rule");
        kind("Sends to one customer");
        choose("By", "push");
        fill("At most", "1");
        assertChanges("At most 1 send to one customer by push.");
        assertThat(lastQuestion())
                .isEqualTo(
                        "{\"rules\":[{\"rule\":\"contact_limit\",\"channel\":\"push\",\"at_most\":1}]}");
        kind("Budget of each group");
        choose("For each", "region");
        fill("Spend, at most", "60");
        assertChanges("At most 1 send to one customer by push, each region: at most 60 spent.");
        for (JsonNode limit : answer().get("limits")) {
            if (limit.get("limit").asText().startsWith("region")) {
                assertThat(limit.get("use").asDouble()).isLessThanOrEqualTo(60);
            }
        }
        page.getByLabel("Remove each region: at most 60 spent").click();
        page.getByLabel("Remove at most 1 send to one customer by push").click();
        assertChanges("The campaign as it is.");
    }

    @Test
    void a_rule_that_is_not_whole_is_not_added() {
        go(CAMPAIGN);
        int before = asked.size();
        press("Add a rule");
        kind("One of several offers");
        page.getByLabel("push", new Page.GetByLabelOptions().setExact(true)).last().check();
        press("Add");
        kind("Ceiling or floor of offers");
        page.getByLabel("coupon_5", new Page.GetByLabelOptions().setExact(true)).last().check();
        press("Add");
        assertThat(asked).hasSize(before);

        fill("Sends, at most", "5");
        assertChanges("Coupon_5: at most 5 sends.");
        assertThat(answer().at("/offers/1/sends").asInt()).isLessThanOrEqualTo(5);
    }

    @Test
    void the_curve_begins_where_a_floor_of_spend_can_be_paid() {
        go(
                "#campaign=small&rules=[{\"rule\":\"offer_cap\",\"offers\":[\"push\",\"coupon_5\",\"coupon_10\"],\"min_spend\":190}]");
        JsonNode frontier =
                answer(
                        running,
                        "/v1/frontier",
                        "{\"campaign\":\"small\",\"scenario\":%s,\"points\":20}"
                                .formatted(lastQuestion()));

        assertThat(page.locator("#notice")).isEmpty();
        assertThat(page.locator(".curve"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(
                                "At %s USD no plan keeps every rule\\.$"
                                        .formatted(cents(frontier.get("too_little")))));
    }

    @Test
    void contact_caps_are_set_and_lifted(@TempDir Path home) throws IOException {
        try (Served.Running capped = Served.start(CappedCampaign.in(home))) {
            page.navigate("http://127.0.0.1:%d/".formatted(capped.service().port()));
            settled();
            assertThat(page.locator("#controls")).containsText("at most 1 in 7 days");
            assertThat(page.locator("#controls")).containsText("contacts 40 hours apart");
            for (String limit : limits(capped, "capped")) {
                String dropped =
                        "{\"campaign\":\"capped\",\"scenario\":{\"drop\":[\"%s\"]}}"
                                .formatted(limit);
                assertThat(
                                answer(capped, "/v1/what-if", dropped)
                                        .at("/scenarios/0/value")
                                        .asDouble())
                        .as(limit)
                        .isPositive();
            }
            type("weekly, at most", "0");
            settled();
            assertThat(lastQuestion())
                    .isEqualTo("{\"contacts\":[{\"cap\":\"weekly\",\"at_most\":0}]}");
            assertChanges("Cap weekly at most 0.");
            JsonNode none =
                    answer(
                            capped,
                            "/v1/what-if",
                            "{\"campaign\":\"capped\",\"scenario\":%s}".formatted(lastQuestion()));
            assertThat(none.at("/scenarios/0/sends").asInt()).isZero();
            assertThat(none.at("/as_it_is/sends").asInt()).isPositive();
            holds("weekly").click();
            settled();
            assertThat(lastQuestion()).isEqualTo("{\"drop\":[\"weekly\"]}");
        }
    }

    /** All but the budget, which is no rule. */
    private static List<String> limits(Served.Running service, String campaign) {
        List<String> limits = new ArrayList<>();
        Client.json(service.client().get("/v1/campaigns/" + campaign))
                .get("limits")
                .forEach(limit -> limits.add(limit.get("limit").asText()));
        limits.remove("budget");
        return limits;
    }

    private Locator holds(String limit) {
        return page.getByRole(
                AriaRole.SWITCH,
                new Page.GetByRoleOptions().setName("The limit " + limit).setExact(true));
    }

    private void kind(String title) {
        choose("Kind of rule", title);
    }

    private void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    private void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        page.keyboard().press("Enter");
        settled();
    }

    private void assertChanges(String words) {
        settled();
        assertThat(page.locator(".changes")).hasText(words);
    }
}
