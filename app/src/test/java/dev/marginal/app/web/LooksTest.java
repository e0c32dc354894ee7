package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Wide and narrow, light and dark, on paper, and for those who cannot see it. */
class LooksTest extends PageTest {
    @Test
    void every_field_and_button_has_a_name_and_every_chart_a_table() {
        go(MORE);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        for (Locator field : page.locator("input, select, button").all()) {
            assertThat(field).hasAccessibleName(Pattern.compile(".+"));
        }
        assertThat(page.locator("svg[role=img][aria-label]")).hasCount(2);
        assertThat(page.locator("#budget table tbody tr")).hasCount(20);
        assertThat(page.locator("#movers table tbody tr").first()).isVisible();
        assertThat(page.locator("#spoken")).containsText("budget 300: earns ");
    }

    @Test
    void light_and_dark_keep_the_rules_of_wcag() throws IOException {
        go(MORE);
        save("more");
        lookUp();
        reach();
        press("Add a rule");
        assertThat(violations()).isEmpty();
        picture("wide-light");
        press("dark");
        assertThat(violations()).isEqualTo(List.of());
        picture("wide-dark");
    }

    @Test
    void it_fits_on_a_phone() throws IOException {
        open(
                phone ->
                        phone.setViewportSize(360, 740)
                                .setColorScheme(ColorScheme.DARK)
                                .setReducedMotion(ReducedMotion.REDUCE));
        go(MORE);
        assertThat(violations()).isEqualTo(List.of());
        picture("phone-dark");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void as_it_is_and_on_paper() {
        go(CAMPAIGN);
        picture("as-it-is");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture("print");
        assertThat(page.locator("#controls")).isHidden();
    }

    @Test
    void ink_is_dark_on_paper_whatever_the_screen() {
        go(CAMPAIGN);
        press("dark");
        String onScreen = "rgb(236, 234, 228)";
        assertThat(page.locator("body")).hasCSS("color", onScreen);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("body")).hasCSS("color", "rgb(22, 25, 29)");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    }

    @Test
    void it_asks_nobody_but_its_service() {
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(address())) {
                        elsewhere.add(request.url());
                    }
                });
        go(MORE);
        assertThat(elsewhere).isEmpty();
    }

    private void reach() {
        page.getByLabel("To reach a GMV of").fill("700");
        page.keyboard().press("Enter");
        assertThat(page.locator("#reach-answer")).containsText("is the cheapest budget");
    }

    private void lookUp() {
        page.locator("#customer input").fill(served.valued().audience().ids().id(7));
        page.keyboard().press("Enter");
        assertThat(page.locator(".story")).isVisible();
    }

    private List<?> violations() throws IOException {
        settled();
        return Axe.violations(page);
    }

    private void picture(String name) {
        settled();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setFullPage(true));
    }
}
