package dev.marginal.reports;

import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Escaped;
import dev.marginal.reports.charts.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One file of HTML that needs nothing else: no script, no font, nothing fetched. The same parts
 * give the same bytes.
 *
 * @param title of the window
 * @param opening what comes before everything else, from {@link Opening}
 * @param sections each answers a question; the answers stand together at the top
 * @param words what the report's own words mean
 */
public record Page(String title, Html opening, List<Section> sections, List<Term> words) {
    public Page {
        sections = List.copyOf(sections);
        words = List.copyOf(words);
    }

    /** The charts, in the order of the page. */
    public List<Chart> charts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    /** The page. */
    public String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        :root { %s; }
        @media screen and (prefers-color-scheme: dark) {
        :root { %s; }
        }
        %s</style>
        </head>
        <body>
        <header>
        %s</header>
        <main>
        %s%s%s</main>
        </body>
        </html>
        """
                .formatted(
                        Escaped.of(title),
                        colours(Ink::onLight),
                        colours(Ink::onDark),
                        style(),
                        opening.markup(),
                        inShort(),
                        sections.stream().map(Page::of).collect(Collectors.joining()),
                        meanings());
    }

    private static String colours(Function<Ink, String> declaration) {
        return Arrays.stream(Ink.values()).map(declaration).collect(Collectors.joining("; "));
    }

    /** What each part answers, and the way to it. */
    private String inShort() {
        List<Html> lines =
                sections.stream()
                        .map(
                                section ->
                                        Html.tag(
                                                "li",
                                                Html.tag(
                                                        "a href='#%s'".formatted(section.id()),
                                                        section.title()),
                                                " " + section.answer()))
                        .toList();
        return Html.tag(
                                "nav aria-labelledby='in-short'",
                                Html.tag("h2 id='in-short'", "In short"),
                                Html.tag("ul", lines))
                        .markup()
                + "\n";
    }

    private static String of(Section section) {
        String body = section.parts().stream().map(Page::of).collect(Collectors.joining());
        return """
        <section id="%s" aria-labelledby="%s-title">
        <h2 id="%s-title">%s</h2>
        %s</section>
        """
                .formatted(
                        section.id(),
                        section.id(),
                        section.id(),
                        Escaped.of(section.title()),
                        body);
    }

    private static String of(Section.Part part) {
        if (part instanceof Section.Prose prose) {
            return prose.html().markup();
        }
        if (part instanceof Section.Picture picture) {
            return figure(picture.chart(), Chart.WIDE);
        }
        return ((Section.Gallery) part)
                .charts().stream()
                        .map(chart -> figure(chart, Chart.HALF))
                        .collect(Collectors.joining("", "<div class=\"gallery\">\n", "</div>\n"));
    }

    private static String figure(Chart chart, int width) {
        Html table =
                Html.table(
                        "Data: " + chart.title(),
                        chart.data().columns(),
                        chart.data().rows(),
                        chart.data().words());
        return """
        <figure id="%s">
        <figcaption><h3>%s</h3> %s</figcaption>
        <div class="wide">%s</div>
        <div class="narrow">%s</div>
        %s</figure>
        """
                .formatted(
                        chart.id(),
                        Escaped.of(chart.title()),
                        Escaped.of(chart.unit()),
                        chart.inPage(width),
                        chart.inPage(Chart.NARROW),
                        Html.folded("The same as a table", table).markup());
    }

    private String meanings() {
        List<Html> terms =
                words.stream()
                        .map(
                                term ->
                                        Html.tag(
                                                "div",
                                                Html.tag("dt", term.name()),
                                                Html.tag("dd", term.meaning())))
                        .toList();
        return Html.tag(
                                "section id='words' aria-labelledby='words-title'",
                                Html.tag("h2 id='words-title'", "What the words mean"),
                                Html.tag("dl class='words'", terms))
                        .markup()
                + "\n";
    }

    private static String style() {
        try (InputStream style = Page.class.getResourceAsStream("report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
