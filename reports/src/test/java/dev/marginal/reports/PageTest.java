package dev.marginal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.reports.charts.BarChart;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page of three charts whose every word is hostile. */
class PageTest {
    private static final String SCRIPT = "<script>alert(\"1\") & 'x'</script>";
    private static final Page PAGE =
            new Page(
                    SCRIPT,
                    Html.all(
                            List.of(
                                    Opening.title(SCRIPT),
                                    Opening.big("12", SCRIPT),
                                    Opening.lead(SCRIPT),
                                    Opening.claim(SCRIPT, SCRIPT),
                                    Opening.alarm(SCRIPT),
                                    Opening.numbers(List.of(Opening.number(SCRIPT, "1", SCRIPT))))),
                    List.of(
                            section("first", List.of(Section.picture(chart("one")))),
                            section(
                                    "second",
                                    List.of(
                                            Section.prose(Html.words(SCRIPT)),
                                            Section.gallery(
                                                    List.of(chart("two"), chart("three")))))),
                    List.of(new Term(SCRIPT, SCRIPT)));

    @Test
    void words_never_become_markup() {
        assertThat(PAGE.html())
                .doesNotContain("<script", "alert(\"")
                .contains("&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;&lt;/script&gt;");
    }

    @Test
    void what_matters_stands_before_the_answers_and_these_before_the_parts() {
        assertThat(PAGE.html())
                .containsSubsequence(
                        "<h1>",
                        "<p class='big'>12",
                        "<p class='lead'>",
                        "<p class='claim'>",
                        "<p class='alarm'>",
                        "<dl class='key'>",
                        "<h2 id='in-short'>In short</h2>",
                        "<a href='#first'>",
                        "<section id=\"first\"",
                        "<figure id=\"one\"",
                        "<section id=\"second\"",
                        "What the words mean");
    }

    @Test
    void every_chart_is_drawn_for_a_desk_and_for_a_phone_and_stands_as_a_table() {
        assertThat(PAGE.charts()).extracting(Chart::id).containsExactly("one", "two", "three");
        assertThat(count("<svg ")).isEqualTo(6);
        assertThat(count("The same as a table")).isEqualTo(3);
    }

    @Test
    void nothing_is_fetched_and_nothing_runs() {
        assertThat(PAGE.html())
                .doesNotContain("http://", "https://", "src=", "@import", "url(")
                .contains("default-src 'none'");
    }

    private static long count(String word) {
        return Pattern.compile(Pattern.quote(word)).matcher(PAGE.html()).results().count();
    }

    private static Section section(String id, List<Section.Part> parts) {
        return new Section(id, SCRIPT, SCRIPT, parts);
    }

    private static Chart chart(String id) {
        return new Chart(
                id,
                SCRIPT,
                SCRIPT,
                SCRIPT,
                new Chart.DataTable(List.of(SCRIPT, "figure"), List.of(List.of(SCRIPT, "1"))),
                new BarChart(List.of(new BarChart.Bar(SCRIPT, 1, "1", Ink.NOW, true))));
    }
}
