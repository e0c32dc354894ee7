package dev.marginal.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the page tells of several changes, of caution, and of limits tried. */
class ReasonsTest extends PageTest {
    @Test
    void several_changes_are_told_one_by_one_and_add_up() {
        go("#campaign=small&budget=300&without=%5B%22coupon_10%22%5D&haircut=0.5");

        assertThat(page.locator("#steps .waterfall li")).hasCount(4);
        assertThat(page.locator("#steps .waterfall .sum"))
                .containsText(cents(answer().at("/difference/value")));
        budget("");
        press("Start over");
        settled();
        assertThat(page.locator("#steps")).isHidden();
    }

    @Test
    void caution_is_a_slider_of_standard_errors() {
        go(CAMPAIGN);
        page.getByLabel("Be careful").focus();
        for (int press = 0; press < 5; press++) {
            page.keyboard().press("ArrowRight");
        }
        settled();

        assertThat(lastQuestion()).isEqualTo("{\"haircut\":0.5}");
        assertThat(page.locator(".changes")).hasText("Uplift 0.5 standard errors lower.");
    }

    @Test
    void limits_are_tried_tighter_and_looser_when_asked_to() {
        go(MORE);
        press("Try each limit 5 % tighter and looser");

        assertThat(page.locator(".sensitivity tbody tr").first()).containsText("−");
        assertThat(page.locator(".sensitivity")).containsText("budget");
        budget("310");
        settled();
        assertThat(page.locator(".sensitivity table")).hasCount(0);
    }
}
