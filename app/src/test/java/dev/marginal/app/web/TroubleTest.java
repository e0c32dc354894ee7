package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.marginal.app.rest.ApiKeys;
import dev.marginal.app.rest.Served;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("no-plan.png")));
        complaints.removeIf(line -> line.contains("422"));
    }

    /** Budgets that no other test asks for: an answer that is cached is never late. */
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
        go("#campaign=small&budget=273");

        assertThat(jobs).isNotEmpty();
        assertThat(page.locator(".changes")).hasText("Budget 273.");
        assertThat(figure("Spend")).containsText("USD+");
    }

    @Test
    void a_late_answer_tells_the_best_so_far_and_is_ended_when_nobody_waits_for_it() {
        go(CAMPAIGN);
        Queue<Route> held = halfway();
        page.route("**/v1/what-if*", TroubleTest::late);
        budget("287");

        assertThat(page.locator(".sure"))
                .hasText("Still planning … 700 USD so far, at most 1.2 % below the best.");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("late.png"))
                        .setAnimations(ScreenshotAnimations.DISABLED));
        page.unroute("**/v1/what-if*");
        Request end =
                page.waitForRequest(one -> one.method().equals("DELETE"), () -> budget("289"));
        assertThat(end.url()).contains("/v1/jobs/");
        page.waitForCondition(() -> !held.isEmpty());
        held.remove().resume();
        settled();
        assertThat(json(lastQuestion()).get("budget").asInt()).isEqualTo(289);
    }

    @Test
    void the_best_plan_so_far_can_be_taken() {
        go(MORE);
        Queue<Route> held = halfway();
        press("Plan as CSV");
        assertThat(page.locator(".keeping"))
                .containsText("Planning: 700.20 so far, at most 1.2 % below the best …");
        page.waitForRequest(
                one -> one.method().equals("DELETE"), () -> press("Take the best so far"));
        page.waitForCondition(() -> !held.isEmpty());
        Download plan = page.waitForDownload(() -> held.remove().resume());
        assertThat(plan.suggestedFilename()).isEqualTo("small-plan.csv");
    }

    /** Jobs that tell how far they are and then fall silent, until what is held goes on. */
    private Queue<Route> halfway() {
        String event =
                "event: running\ndata: {\"state\":\"running\",\"value\":700.2,\"gap\":0.012}\n\n";
        Queue<Route> held = new ArrayDeque<>();
        page.route(
                "**/events",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/event-stream")
                                        .setBody(event)));
        page.route(
                "**/v1/jobs/*",
                route -> {
                    if (route.request().method().equals("DELETE")) {
                        route.resume();
                    } else {
                        held.add(route);
                    }
                });
        return held;
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
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("key.png")));
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
