package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What planners ask the page, and what it tells them. */
class WebPageTest extends PageTest {
    @Test
    void shows_what_is_measured_with_its_interval_and_what_it_costs() {
        go(CAMPAIGN);
        JsonNode everyday = answer();

        assertThat(page.locator(".big"))
                .hasText(whole(everyday.at("/forecast/incremental_gmv")) + "USD");
        assertThat(page.locator(".sure"))
                .hasText(
                        "95 %% interval %s to %s USD"
                                .formatted(
                                        whole(everyday.at("/forecast/low")),
                                        whole(everyday.at("/forecast/high"))));
        assertThat(figure("Spend")).containsText(cents(everyday.get("spend")));
        assertThat(figure("ROI, by the model"))
                .containsText(
                        "%.2f"
                                .formatted(
                                        everyday.get("value").asDouble()
                                                / everyday.get("spend").asDouble()));
        assertThat(figure("by push")).containsText(whole(everyday.at("/channels/0/sends")));
        assertThat(page.locator("#prices"))
                .containsText(everyday.at("/limits/0/words").asText().substring(1));
    }

    @Test
    void another_budget_says_what_it_adds_and_who_moves() {
        go(CAMPAIGN);
        budget("300");
        settled();
        JsonNode more = answer();

        assertThat(page.locator(".big"))
                .hasText(whole(more.at("/forecast/incremental_gmv")) + "USD");
        assertThat(figure("Sends")).containsText("+" + more.at("/difference/sends").asText());
        assertThat(page.locator(".waterfall .sum"))
                .containsText("+" + cents(more.at("/difference/value")));
    }

    @Test
    void arrow_keys_move_the_budget() {
        go(CAMPAIGN);
        Locator slider = page.locator("#budget-slider");
        slider.focus();
        page.keyboard().press("ArrowRight");
        settled();
        double budget = Double.parseDouble(page.locator("#budget-exact").inputValue());

        assertThat(budget).isGreaterThan(200);
        assertThat(json(lastQuestion()).get("budget").asDouble()).isEqualTo(budget);
        assertThat(slider).hasAttribute("aria-valuetext", Math.round(budget) + " USD");
    }

    @Test
    void while_it_is_dragged_figures_come_from_the_curve_and_one_question_is_on_its_way() {
        go(CAMPAIGN);
        Queue<Route> held = new ArrayDeque<>();
        page.route("**/v1/what-if*", held::add);
        Locator slider = page.locator("#budget-slider");
        BoundingBox box = slider.boundingBox();
        slider.hover();
        page.mouse().down();
        for (int step = 1; step <= 12; step++) {
            page.mouse().move(box.x + box.width * (0.4 + 0.03 * step), box.y + box.height / 2);
        }
        page.mouse().up();

        assertThat(page.locator(".about")).hasText("read off the curve");
        page.waitForCondition(() -> !held.isEmpty());
        held.remove().resume();
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(page.locator("#headline")).hasAttribute("aria-busy", "true");
        held.remove().resume();
        settled();
        JsonNode last = json(lastQuestion());
        assertThat(asked).hasSize(3);
        assertThat(held).isEmpty();
        assertThat(last.get("budget").asText())
                .isEqualTo(page.locator("#budget-exact").inputValue());
        assertThat(page.locator(".big"))
                .hasText(whole(answer().at("/forecast/incremental_gmv")) + "USD");
    }

    @Test
    void a_channel_is_closed_by_the_keyboard() {
        go(CAMPAIGN);
        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("push").setExact(true))
                .focus();
        page.keyboard().press("Space");
        settled();

        assertThat(page.locator(".changes")).hasText("No push.");
        assertThat(lastQuestion()).isEqualTo("{\"without\":[\"push\"]}");
        assertThat(figure("by push")).containsText("0");
    }

    @Test
    void limits_costs_and_aims_become_keys_of_the_scenario() {
        go(CAMPAIGN);
        type("channel push, sends, at most", "100");
        type("Minimum ROI", "2");
        type("Profit at a margin of", "0.3");
        press("Costs, more or less");
        type("coupon_5 costs so much more an order; now 5.00", "2");
        page.locator("#controls").getByText("Customers").click();
        type("Only where", "loyalty > 0");
        settled();

        assertThat(lastQuestion())
                .isEqualTo(
                        "{\"limits\":[{\"limit\":\"channel push, sends\",\"at_most\":100}],"
                                + "\"rules\":[{\"rule\":\"minimum_roi\",\"at_least\":2}],"
                                + "\"objective\":\"profit\",\"margin\":0.3,"
                                + "\"costs\":[{\"of\":\"coupon_5\",\"per_order\":2}],\"only\":\"loyalty > 0\"}");
        press("Start over");
        settled();
        assertThat(page.locator(".changes")).hasText("The campaign as it is.");
    }

    @Test
    void a_limit_is_switched_off_and_on_again() {
        go(CAMPAIGN);
        Locator limit =
                page.getByRole(
                        AriaRole.SWITCH,
                        new Page.GetByRoleOptions().setName("The limit channel push, sends"));
        limit.click();
        settled();
        assertThat(lastQuestion()).isEqualTo("{\"drop\":[\"channel push, sends\"]}");
        assertThat(page.locator(".changes")).hasText("No limit “channel push, sends”.");
        limit.click();
        settled();
        assertThat(lastQuestion()).isEqualTo("{}");
    }

    @Test
    void a_link_shows_what_its_sender_saw() {
        go(MORE);
        assertThat(page.locator("#budget-exact")).hasValue("300");
        budget("");
        settled();
        assertThat(page.locator(".changes")).hasText("The campaign as it is.");
        assertThat(page).hasURL(address() + CAMPAIGN);
    }

    @Test
    void the_curve_marks_your_point_the_break_even_and_the_plateau() {
        go(MORE);
        JsonNode frontier =
                answer(
                        running,
                        "/v1/frontier",
                        "{\"campaign\":\"small\",\"scenario\":{},\"points\":20}");

        assertThat(page.locator(".curve .marker.now")).hasCount(2);
        assertThat(page.locator(".curve .marker.before")).hasCount(1);
        assertThat(page.locator(".curve"))
                .containsText("plateau " + whole(frontier.get("plateau")));
        assertThat(page.locator(".curve .band")).hasCount(1);
    }

    @Test
    void the_cheapest_budget_that_reaches_a_gmv_is_told_in_words_and_planned_with() {
        go(CAMPAIGN);
        Locator told = page.locator("#reach-answer");
        long aim = Math.round(0.8 * answer().get("value").asDouble());
        reach(aim);
        assertThat(told).containsText("is the cheapest budget");
        JsonNode cheapest =
                answer(
                                running,
                                "/v1/frontier",
                                "{\"campaign\":\"small\",\"scenario\":{},\"points\":2,\"reach\":%d}"
                                        .formatted(aim))
                        .get("reaching");
        assertThat(told)
                .hasText(
                        "%s USD is the cheapest budget: its plan is worth %s of GMV, as the model sees it. Measured, it earns %s, 95 %% interval %s to %s. Plan with %1$s"
                                .formatted(
                                        cents(cheapest.get("budget")),
                                        cents(cheapest.get("value")),
                                        whole(cheapest.at("/incremental_gmv/estimate")),
                                        whole(cheapest.at("/incremental_gmv/low")),
                                        whole(cheapest.at("/incremental_gmv/high"))));
        press("Plan with " + cents(cheapest.get("budget")));
        settled();
        assertThat(json(lastQuestion()))
                .hasToString("{\"budget\":%s}".formatted(cheapest.get("budget")));
        assertThat(told).containsText("is the cheapest budget");
        type("Minimum ROI", "1.1");
        settled();
        assertThat(told).isEmpty();
    }

    @Test
    void that_no_budget_reaches_it_is_an_answer() {
        go(CAMPAIGN);
        reach(1_000_000_000);

        assertThat(page.locator("#reach-answer"))
                .containsText(
                        "No budget reaches 1,000,000,000.00: without any budget the best plan");
        assertThat(page.locator("#notice")).isEmpty();
        complaints.removeIf(line -> line.contains("422"));
    }

    private void reach(long gmv) {
        page.getByLabel("To reach a GMV of").fill(Long.toString(gmv));
        page.keyboard().press("Enter");
    }
}
