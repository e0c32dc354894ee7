package dev.marginal.scenarios.report.page;

import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.Escaped;
import dev.marginal.scenarios.report.charts.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a plan's report. The same facts give the same bytes. */
public final class ReportPage {
    private final PlanFacts facts;
    private final List<Section> sections;

    public ReportPage(PlanFacts facts) {
        this.facts = facts;
        this.sections =
                List.of(
                        new Budgets(facts).section(),
                        new Beside(facts).section(),
                        new Effects(facts).section(),
                        new Targeting(facts).section(),
                        new Audience(facts).section(),
                        new Binding(facts).section(),
                        new Deciding(facts).section(),
                        new Health(facts).section(),
                        new Provenance(facts).section());
    }

    /** The charts, in the order of the page. */
    public List<Chart> charts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    /** The page. */
    public String html() {
        String title =
                Escaped.of(
                        facts.plan().path("campaign").asText()
                                + ", "
                                + facts.plan().path("date").asText());
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s: report of a plan</title>
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
                        title,
                        colours(Ink::onLight),
                        colours(Ink::onDark),
                        style(),
                        new Headline(facts).html().markup(),
                        inShort(),
                        sections.stream().map(ReportPage::of).collect(Collectors.joining()),
                        Glossary.html(facts).markup());
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
        String body = section.parts().stream().map(ReportPage::of).collect(Collectors.joining());
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

    private static String style() {
        try (InputStream style = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
