package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.marginal.app.rest.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where customers stand, and what others pay, is told on the page, and asked what if. */
class CreatorsOnPageTest extends PageTest {
    @TempDir static Path home;

    @Test
    void stages_and_what_merchants_pay_are_told_and_their_budgets_set() throws IOException {
        try (Served.Running creators = Served.start(CreatorsCampaign.in(home))) {
            page.navigate("http://127.0.0.1:%d/".formatted(creators.service().port()));
            settled();
            stagesAreTold();
            sharesAreTold();
            Locator paid = figure("Co-funding, which others pay");
            JsonNode asItIs = answer(creators, "{}").at("/as_it_is");
            assertThat(paid).containsText(cents(asItIs.get("co_funding")));

            page.getByText("Add a rule", exactly()).click();
            choose("Kind of rule", "Budgets of others who pay a part");
            choose("Who pays", "each merchant");
            page.getByText("Add", exactly()).click();
            assertThat(asked).as("nobody has anything").hasSizeLessThan(2);
            page.getByLabel("aurora, at most").fill("20");
            page.getByLabel("birch, at most").fill("10");
            assertThat(Axe.violations(page)).isEqualTo(List.of());
            page.keyboard().press("Enter");
            settled();

            assertThat(lastQuestion())
                    .isEqualTo(
                            "{\"rules\":[{\"rule\":\"co_funding\",\"by\":\"merchant\",\"max_spend\":{\"aurora\":20,\"birch\":10}}]}");
            assertThat(page.locator(".changes"))
                    .hasText("Others pay at most 20 of aurora, 10 of birch.");
            JsonNode less = answer(creators, lastQuestion()).at("/scenarios/0");
            assertThat(less.get("co_funding").asDouble()).isPositive().isLessThanOrEqualTo(30);
            assertThat(paid).containsText(cents(less.get("co_funding")));
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve("creators.png"))
                            .setFullPage(true));
        }
    }

    private void stagesAreTold() {
        Locator by = page.getByLabel("By", new Page.GetByLabelOptions().setExact(true)).first();
        by.selectOption("stage");
        assertThat(page.locator("#heat thead")).containsText("loyal");
        assertThat(page.locator("#heat thead")).containsText("at risk");
        by.selectOption("segment");
        assertThat(page.locator("#heat thead")).containsText("champions");
    }

    private void sharesAreTold() {
        assertThat(page.locator(".switches")).containsText("others pay 60 %");
        assertThat(page.locator("#controls")).containsText("Costs are told whole.");
        assertThat(page.locator("#controls")).containsText("merchant birch, co-funding");
    }

    private void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static JsonNode answer(Served.Running service, String scenario) {
        return answer(
                service,
                "/v1/what-if",
                "{\"campaign\":\"creators\",\"scenario\":%s}".formatted(scenario));
    }
}
