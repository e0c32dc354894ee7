package dev.marginal.scenarios.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether a report can be read by ear, and by keyboard. */
class AccessTest {
    private static final String PAGE = new ReportPage(PublishedReport.FACTS).html();

    @Test
    void the_page_says_its_language_and_its_title() {
        assertThat(PAGE)
                .contains(
                        "<html lang=\"en\">", "<title>small, 2026-11-21: report of a plan</title>");
    }

    @Test
    void no_heading_leaves_out_a_level_and_there_is_one_of_the_first() {
        List<Integer> levels =
                found("<h([1-6])[ >]").stream().map(one -> Integer.valueOf(one.group(1))).toList();

        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int heading = 1; heading < levels.size(); heading++) {
            assertThat(levels.get(heading)).isLessThanOrEqualTo(levels.get(heading - 1) + 1);
        }
    }

    @Test
    void every_drawing_is_named_by_its_title_and_its_description() {
        List<MatchResult> drawings = found("<svg [^>]*aria-labelledby='([^ ']+) ([^']+)'");

        assertThat(drawings).hasSize(found("<svg ").size()).isNotEmpty();
        for (MatchResult drawing : drawings) {
            assertThat(PAGE)
                    .containsPattern("<title id='%s'>[^<]+".formatted(drawing.group(1)))
                    .containsPattern("<desc id='%s'>[^<]+".formatted(drawing.group(2)));
        }
    }

    @Test
    void every_table_has_a_caption_and_says_what_its_headings_are_of() {
        List<MatchResult> tables = found("<table [^>]*>");

        assertThat(found("<table [^>]*><caption>[^<]+</caption><thead>")).hasSameSizeAs(tables);
        assertThat(found("<th(?! scope='(col|row)')[ >]")).isEmpty();
        assertThat(found("<tbody>(<tr><th scope='row'>)")).hasSameSizeAs(tables);
    }

    @Test
    void names_are_given_once_and_every_link_leads_somewhere() {
        List<String> ids =
                found(" id=[\"']([^\"']+)[\"']").stream().map(one -> one.group(1)).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found("href='#([^']+)'"))
                .isNotEmpty()
                .allMatch(link -> ids.contains(link.group(1)));
    }

    @Test
    void the_keyboard_follows_the_page_and_reaches_whatever_scrolls() {
        assertThat(found("tabindex='[^0]")).isEmpty();
        assertThat(found("<div class='scroll' tabindex='0' role='region' aria-label='[^']+'>"))
                .hasSameSizeAs(found("<div class='scroll'"));
    }

    @Test
    void colours_are_those_of_the_style_sheet_alone() {
        assertThat(found("(fill|stroke)='(?!var\\(--|none)[^']*'")).isEmpty();
        assertThat(PAGE.split("</style>")[1]).doesNotContain("#fff", "style=");
    }

    private static List<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(PAGE).results().toList();
    }
}
