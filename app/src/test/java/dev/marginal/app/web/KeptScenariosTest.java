package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader.Scenarios;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planners take along from the page. */
class KeptScenariosTest extends PageTest {
    /** 21 budgets from 301 on; rules that fight; a limit that the campaign has no more. */
    private static final String MANY_SAVED =
            """
            localStorage.setItem('marginal.saved.small', JSON.stringify([
              ...Array.from({length: 21}, (_, i) => ({name: `budget ${i}`, scenario: {budget: 301 + i}})),
              {name: 'too much', scenario: {budget: 1,
                rules: [{rule: 'minimum_reach', where: "region = 'north'", min_sends: 700}]}},
              {name: 'stale', scenario: {drop: ['gone']}}]))
            """;

    @TempDir Path folder;

    @Test
    void saved_scenarios_stand_side_by_side_and_stay() {
        go(MORE);
        JsonNode more = answer();
        save("more");
        settled();
        assertThat(page.locator(".compare")).containsText(cents(more.get("value")));
        page.reload();
        assertThat(page.locator(".compare thead")).containsText("morebudget 300");
        page.locator(".compare").getByText("forget").first().click();
        assertThat(page.locator("#comparison")).containsText("None yet.");
    }

    @Test
    void one_that_cannot_be_planned_is_told_beside_any_number_of_others_and_can_be_forgotten()
            throws IOException {
        go(CAMPAIGN);
        page.evaluate(MANY_SAVED);
        page.reload();
        Locator table = page.locator(".compare");
        assertThat(table.locator("thead th")).hasCount(1 + 21 + 2);
        settled();
        JsonNode last =
                answer(
                        running,
                        "/v1/what-if",
                        "{\"campaign\":\"small\",\"scenario\":{\"budget\":321}}");

        assertThat(table.locator("tbody tr").nth(2).locator("td").nth(21))
                .containsText(cents(last.at("/scenarios/0/value")));
        assertThat(table.locator(".refusal")).hasCount(2);
        assertThat(table.locator(".refusal").first()).containsText("This cannot be planned");
        assertThat(table.locator(".refusal").last()).containsText("No limit is called 'gone'");
        assertThat(page.locator("#notice")).isEmpty();
        assertThat(Axe.violations(page)).isEqualTo(List.of());
        table.locator(".refusal").last().scrollIntoViewIfNeeded();
        page.locator("#comparison")
                .screenshot(
                        new Locator.ScreenshotOptions()
                                .setPath(PICTURES.resolve("saved-refused.png")));
        page.getByLabel("Forget too much").click();
        settled();
        assertThat(table.locator(".refusal")).hasCount(1);
        complaints.removeIf(line -> line.contains("422"));
    }

    @Test
    void the_scenario_file_gives_the_product_the_answer_of_the_page() {
        go(
                "#campaign=small&budget=300&without=%5B%22coupon_10%22%5D&drop=%5B%22channel+push%2C+sends%22%5D"
                        + "&rules=%5B%7B%22rule%22%3A%22minimum_roi%22%2C%22at_least%22%3A1.2%7D%5D&only=region+%21%3D+%27north%27");
        save("no: \"much\"");
        settled();
        Scenarios read =
                ScenarioReader.read(
                        taken("Scenario file", "scenarios.yml"), served.valued().file());
        List<Scenario> scenarios = read.all();
        assertThat(scenarios).singleElement();
        assertThat(scenarios.get(0).name()).isEqualTo("no: \"much\"");
        assertThat(scenarios.get(0).changes()).hasSize(5);
        PlanningDesk desk = served.desk().knowing(read.words());
        assertThat(desk.answer(scenarios.get(0)).plan().sends().value())
                .isCloseTo(answer().get("value").asDouble(), withinPercentage(1));
    }

    @Test
    void the_plan_is_downloaded_when_its_job_is_done() throws IOException {
        go(MORE);
        List<String> lines = Files.readAllLines(taken("Plan as CSV", "small-plan.csv"));
        assertThat(lines).hasSize(1 + answer().get("sends").asInt());
        assertThat(page.locator(".keeping")).containsText("nothing is sent");
    }

    @Test
    void one_customer_is_told_offer_by_offer() {
        go(CAMPAIGN);
        page.locator("#customer input").fill(served.valued().audience().ids().id(7));
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict"))
                .containsText(served.valued().audience().ids().id(7) + " gets ");
        assertThat(page.locator(".story tbody tr").first()).containsText("push");
        page.locator("#customer input").fill("nobody");
        page.keyboard().press("Enter");
        assertThat(page.locator("#customer .refused"))
                .hasText("The audience has no such customer.");
        complaints.removeIf(line -> line.contains("404"));
    }

    private Path taken(String button, String name) {
        Download file = page.waitForDownload(() -> press(button));
        assertThat(file.suggestedFilename()).isEqualTo(name);
        Path saved = folder.resolve(name);
        file.saveAs(saved);
        return saved;
    }
}
