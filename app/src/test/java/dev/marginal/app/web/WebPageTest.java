package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.whatif.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page beside recorded answers of the service. */
class WebPageTest {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String MORE = "#campaign=first-plan&budget=3000";

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private RecordedService service;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        service = new RecordedService();
        use(
                new Browser.NewContextOptions()
                        .setViewportSize(1360, 900)
                        .setColorScheme(ColorScheme.LIGHT));
    }

    @AfterEach
    void close() {
        context.close();
        service.close();
    }

    @Test
    void shows_what_is_measured_with_its_interval_and_what_it_costs() {
        go("");
        assertThat(page.locator(".big")).hasText("7,375USD");
        assertThat(page.locator(".sure")).hasText("95 % interval 549 to 14,201 USD");
        assertThat(figure("Spend")).containsText("2,500.00");
        assertThat(figure("ROI, by the model")).containsText("1.89");
        assertThat(figure("Sends")).containsText("6,822");
        assertThat(page.locator("#prices")).containsText("One more 100 USD earns 101.71 USD.");
    }

    @Test
    void another_budget_says_what_it_adds_and_who_moves() {
        go("");
        budget("3000");
        assertThat(page.locator(".big")).hasText("7,740USD");
        assertThat(page.locator(".versus"))
                .hasText("+365 USD earned, +500 USD spent, against as it is");
        assertThat(figure("Sends")).containsText("+569");
        assertThat(page.locator(".waterfall li").first())
                .containsText("nothing → coupon_5283 customers+251.23");
        assertThat(page.locator(".waterfall .sum")).containsText("+484.25");
    }

    @Test
    void arrow_keys_move_the_budget() {
        go("");
        page.locator("#budget-slider").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".big")).hasText("7,740USD");
        assertThat(lastQuestion()).contains("budget");
        assertThat(page.locator("#budget-slider"))
                .hasAttribute(
                        "aria-valuetext",
                        page.locator("#budget-exact")
                                        .inputValue()
                                        .replaceAll("^(\\d)(\\d{3})$", "$1,$2")
                                + " USD");
    }

    @Test
    void the_last_question_wins_however_late_an_older_answer_comes() {
        go("");
        budget("5000");
        page.waitForTimeout(300);
        assertThat(page.locator("#headline")).hasAttribute("aria-busy", "true");
        budget("3000");
        assertThat(page.locator(".big")).hasText("7,740USD");
        page.waitForTimeout(RecordedService.LATE_MS);
        assertThat(page.locator(".big")).hasText("7,740USD");
        assertThat(service.scenarios()).hasSize(3);
    }

    @Test
    void a_channel_is_closed_by_the_keyboard() {
        go("");
        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("push")).focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".changes")).hasText("No push.");
        assertThat(page.locator(".big")).hasText("6,394USD");
        assertThat(lastQuestion()).isEqualTo("{\"without\":[\"push\"]}");
    }

    @Test
    void limits_costs_and_aims_become_keys_of_the_scenario() {
        go("");
        type("channel push, sends, at most", "5000");
        type("Minimum ROI", "2");
        type("Profit at a margin of", "0.3");
        type("coupon_5 costs so much more an order; now 5.00", "2");
        type("Only where", "loyalty > 0");
        assertThat(page.locator("#headline")).hasAttribute("aria-busy", "false");
        assertThat(lastQuestion())
                .isEqualTo(
                        "{\"limits\":[{\"limit\":\"channel push, sends\",\"at_most\":5000}],"
                                + "\"rules\":[{\"rule\":\"minimum_roi\",\"at_least\":2}],"
                                + "\"objective\":\"profit\",\"margin\":0.3,"
                                + "\"costs\":[{\"of\":\"coupon_5\",\"per_order\":2}],\"only\":\"loyalty > 0\"}");
        page.getByText("Start over").click();
        assertThat(page.locator(".changes")).hasText("The campaign as it is.");
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_service_and_the_old_answer_stays() {
        go("");
        budget("9999");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("budget (9999) is not for today.");
        assertThat(page.locator(".big")).hasText("7,375USD");
        complaints.removeIf(line -> line.contains("422"));
    }

    @Test
    void a_link_shows_what_its_sender_saw() {
        go(MORE);
        assertThat(page.locator(".big")).hasText("7,740USD");
        budget("");
        assertThat(page.locator(".big")).hasText("7,375USD");
        assertThat(page).hasURL(service.address() + "#campaign=first-plan");
    }

    @Test
    void saved_scenarios_stand_side_by_side_and_stay() {
        go(MORE);
        save("more");
        assertThat(page.locator(".compare")).containsText("7,740");
        page.reload();
        assertThat(page.locator(".compare thead")).containsText("morebudget 3,000");
        page.locator(".compare").getByText("forget").first().click();
        assertThat(page.locator("#comparison")).containsText("None yet.");
    }

    @Test
    void the_scenario_file_is_read_by_the_command_line(@TempDir Path folder) {
        go(
                "#campaign=first-plan&budget=3000&without=%5B%22coupon_10%22%5D&drop=%5B%22channel+push%2C+sends%22%5D");
        save("no");
        Download file = page.waitForDownload(() -> page.getByText("Scenario file").click());
        Path saved = folder.resolve("scenarios.yml");
        file.saveAs(saved);
        CampaignFile campaign =
                CampaignFileReader.read(Path.of("../examples/first-plan/campaign.yml"));
        List<Scenario> scenarios = ScenarioReader.read(saved, campaign).all();
        assertThat(scenarios)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.name()).isEqualTo("no");
                            assertThat(one.changes()).hasSize(3);
                        });
    }

    @Test
    void the_plan_is_downloaded_when_its_job_is_done() {
        go("");
        Download file = page.waitForDownload(() -> page.getByText("Plan as CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("first-plan-plan.csv");
    }

    @Test
    void one_customer_is_told_offer_by_offer() {
        go("");
        page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true)).fill("c1000011");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict")).hasText("c1000011 gets push and coupon_5.");
        assertThat(page.locator(".story")).containsText("Prices charge 1.25 for budget.");
    }

    @Test
    void every_field_and_button_has_a_name_and_every_chart_a_table() {
        go(MORE);
        assertThat(page.locator(".big")).hasText("7,740USD");
        Locator fields = page.locator("input, select, button");
        for (Locator field : fields.all()) {
            assertThat(field).hasAccessibleName(java.util.regex.Pattern.compile(".+"));
        }
        assertThat(page.locator("svg[role=img][aria-label]").count()).isEqualTo(2);
        page.getByText("The curve as a table").click();
        assertThat(page.locator("#budget table tbody tr")).hasCount(20);
        page.getByText("Who moves as a table").click();
        assertThat(page.locator("#movers table tbody tr")).hasCount(7);
        assertThat(page.locator("#spoken")).containsText("earns 7,740 USD");
    }

    @Test
    void wide_narrow_light_and_dark_it_fits() {
        go(MORE);
        save("more");
        picture("wide-light");
        page.getByText("dark", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(17, 20, 23)");
        picture("wide-dark");
        context.close();
        use(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setColorScheme(ColorScheme.DARK));
        go(MORE);
        picture("phone-dark");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    private void use(Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    /** Opens the page and waits until figures and curve are there. */
    private void go(String hash) {
        page.navigate(service.address() + hash);
        assertThat(page.locator("dl.figures")).isVisible();
        assertThat(page.locator("svg.curve")).isVisible();
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_of() {
        assertThat(complaints).isEmpty();
    }

    private void budget(String amount) {
        page.locator("#budget-exact").fill(amount);
        page.keyboard().press("Enter");
        page.locator("#budget-exact").blur();
    }

    private void type(String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(text);
        field.blur();
    }

    private void save(String name) {
        page.getByLabel("Name of the scenario").fill(name);
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".compare")).isVisible();
    }

    private Locator figure(String name) {
        return page.locator("dl.figures > div")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByText(
                                                name, new Page.GetByTextOptions().setExact(true))));
    }

    private String lastQuestion() {
        return service.scenarios().get(service.scenarios().size() - 1).toString();
    }

    private void picture(String name) {
        assertThat(page.locator(".waiting")).hasCount(0);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
