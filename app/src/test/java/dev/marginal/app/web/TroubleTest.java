package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.marginal.app.rest.ApiKeys;
import dev.marginal.app.rest.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page does when the service is late, busy, gone, or wants a key. */
class TroubleTest extends PageTest {
    private static final String NO_PLAN =
            "#campaign=small&budget=1&rules=%5B%7B%22rule%22%3A%22minimum_reach%22%2C%22where%22%3A%22region+%3D+%27north%27%22%2C%22min_sends%22%3A700%7D%5D";

    @Test
    void what_cannot_be_planned_is_told_in_words_and_the_old_answer_stays_greyed() {
        go(CAMPAIGN);
        String before = page.locator(".big").innerText();
        page.navigate(address() + NO_PLAN);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This cannot be planned");
        assertThat(page.locator(".big")).hasText(before);
        assertThat(page.locator("#headline.waiting")).hasAttribute("aria-busy", "false");
        page.screenshot(
                new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("no-plan.png")));
        complaints.removeIf(line -> line.contains("422"));
    }

    @Test
    void a_late_answer_is_followed_as_a_job() {
        List<String> jobs = new ArrayList<>();
        page.onRequest(
                request -> {
                    if (request.url().endsWith("/events")) {
                        jobs.add(request.url());
                    }
                });
        page.route("**/v1/what-if*", TroubleTest::late);
        go(MORE);

        assertThat(jobs).isNotEmpty();
        assertThat(page.locator(".changes")).hasText("Budget 300.");
        assertThat(figure("Spend")).containsText("USD+");
    }

    private static void late(Route route) {
        String url = route.request().url().replaceAll("deadline_ms=\\d+", "deadline_ms=0");
        route.resume(new Route.ResumeOptions().setUrl(url));
    }

    @Test
    void a_busy_service_is_asked_again_when_it_says_so() {
        List<Route> refused = new ArrayList<>();
        page.route(
                "**/v1/what-if*",
                route -> {
                    if (refused.isEmpty()) {
                        refused.add(route);
                        route.fulfill(
                                problem(429, "Too many wait.")
                                        .setHeaders(Map.of("Retry-After", "1")));
                    } else {
                        route.resume();
                    }
                });
        go(MORE);

        assertThat(refused).hasSize(1);
        assertThat(page.locator("#notice")).isEmpty();
        complaints.removeIf(line -> line.contains("429"));
    }

    @Test
    void a_service_that_stops_is_told_as_such() {
        go(CAMPAIGN);
        page.route(
                "**/v1/what-if*", route -> route.fulfill(problem(503, "The service is stopping.")));
        budget("300");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The service is stopping");
        page.unroute("**/v1/what-if*");
        page.route("**/v1/what-if*", Route::abort);
        budget("310");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Is `marginal serve` still running?");
        complaints.removeIf(line -> line.contains("503") || line.contains("ERR_FAILED"));
    }

    private static Route.FulfillOptions problem(int status, String detail) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody("{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
    }

    @Test
    void the_key_is_asked_for_kept_in_the_tab_and_sent() {
        try (Served.Running guarded = served.start(Optional.of(ApiKeys.of("secret")), 8, 1 << 20)) {
            page.navigate("http://127.0.0.1:" + guarded.service().port() + "/");
            page.getByLabel("API key").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(page.locator("#key-dialog")).containsText("The key was not accepted.");
            page.screenshot(
                    new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve("key.png")));
            page.getByLabel("API key").fill("secret");
            page.keyboard().press("Enter");
            assertThat(page.locator("svg.curve")).isVisible();
            settled();
            assertThat(page.evaluate("Object.keys(localStorage).join() + ' ' + document.cookie"))
                    .asString()
                    .doesNotContain("key");
            assertThat(page.evaluate("sessionStorage.getItem('marginal.key')")).isEqualTo("secret");
        }
        complaints.removeIf(line -> line.contains("401"));
    }
}
