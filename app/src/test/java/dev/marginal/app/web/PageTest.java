package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.marginal.app.rest.Client;
import dev.marginal.app.rest.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A browser before the page of a real service; a test fails if the browser complains of anything.
 */
abstract class PageTest {
    static final String CAMPAIGN = "#campaign=small";
    static final String MORE = "#campaign=small&budget=300";
    static final Path PICTURES = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final int MOST_BYTES = 1 << 24;

    static Browser browser;
    static Served served;
    static Served.Running running;

    final List<String> complaints = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    BrowserContext context;
    Page page;

    @BeforeAll
    static void serve() {
        browser = Chromium.browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        served = Served.shared();
        running = served.start(Optional.empty(), 64, MOST_BYTES);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @BeforeEach
    void open() {
        open(wide -> wide);
    }

    /** Opens a window of its own in place of the last one. */
    void open(UnaryOperator<Browser.NewContextOptions> as) {
        close();
        context =
                browser.newContext(
                        as.apply(
                                new Browser.NewContextOptions()
                                        .setViewportSize(1360, 900)
                                        .setColorScheme(ColorScheme.LIGHT)));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        page.onRequest(this::note);
    }

    /** The rules of accessibility read pixels in their own way. */
    private void hear(ConsoleMessage message) {
        if (!message.text().startsWith("Canvas2D")) {
            complaints.add(message.text());
        }
    }

    private void note(Request request) {
        if (request.url().contains("/v1/what-if")) {
            asked.add(json(request.postData()).get("scenario").toString());
        }
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_of() {
        assertThat(complaints).isEmpty();
    }

    static String address() {
        return "http://127.0.0.1:" + running.service().port() + "/";
    }

    /** Opens the page and waits until figures and curve are there. */
    void go(String hash) {
        page.navigate(address() + hash);
        assertThat(page.locator("svg.curve")).isVisible();
        settled();
    }

    /** Waits until nothing is on its way any more. */
    void settled() {
        assertThat(page.locator("#headline")).hasAttribute("aria-busy", "false");
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    void budget(String amount) {
        page.locator("#budget-exact").fill(amount);
        page.keyboard().press("Enter");
        page.locator("#budget-exact").blur();
    }

    void type(String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(text);
        field.blur();
    }

    void press(String button) {
        page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
    }

    void save(String name) {
        page.getByLabel("Name of the scenario").fill(name);
        press("Save");
        assertThat(page.locator(".compare thead")).containsText(name);
    }

    Locator figure(String name) {
        return page.locator("dl.figures > div")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByText(
                                                name, new Page.GetByTextOptions().setExact(true))));
    }

    String lastQuestion() {
        return asked.get(asked.size() - 1);
    }

    /** What the service answers to a question; at once where the page has asked it. */
    static JsonNode answer(Served.Running service, String path, String question) {
        return Client.json(service.client().post(path, question));
    }

    /** The scenario of its last answer to the page. */
    JsonNode answer() {
        return answer(
                        running,
                        "/v1/what-if",
                        "{\"campaign\":\"small\",\"scenario\":%s}".formatted(lastQuestion()))
                .at("/scenarios/0");
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** Money in whole units, as the page writes it. */
    static String whole(JsonNode amount) {
        return String.format(Locale.ROOT, "%,d", Math.round(amount.asDouble())).replace('-', '−');
    }

    static String cents(JsonNode amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.asDouble()).replace('-', '−');
    }
}
