package dev.marginal.reports;

import dev.marginal.reports.charts.Escaped;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Markup. Words become markup by {@link Escaped} alone. */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    /**
     * An element.
     *
     * @param opening its name, and attributes that our own code wrote
     * @param children words, which are escaped, markup, or collections of either
     */
    public static Html tag(String opening, Object... children) {
        String name = opening.split(" ", 2)[0];
        return new Html("<" + opening + ">" + all(List.of(children)).markup() + "</" + name + ">");
    }

    /** One after the other. */
    public static Html all(Collection<?> children) {
        StringBuilder markup = new StringBuilder();
        for (Object child : children) {
            if (child instanceof Html html) {
                markup.append(html.markup());
            } else if (child instanceof Collection<?> more) {
                markup.append(all(more).markup());
            } else {
                markup.append(Escaped.of(child.toString()));
            }
        }
        return new Html(markup.toString());
    }

    /** A paragraph. */
    public static Html words(Object... children) {
        return new Html(tag("p", children).markup() + "\n");
    }

    /** A paragraph in a soft colour: what has to be known to read the rest rightly. */
    public static Html note(Object... children) {
        return new Html(tag("p class='note'", children).markup() + "\n");
    }

    /**
     * A table that scrolls by itself where the page is narrow.
     *
     * @param words how many columns from the first hold words; the others stand to the right
     */
    public static Html table(
            String caption, List<String> columns, List<? extends List<?>> rows, int words) {
        Html head = tag("tr", columns.stream().map(one -> tag("th scope='col'", one)).toList());
        List<Html> body = rows.stream().map(Html::row).toList();
        Html table =
                tag(
                        "table class='words-%d'".formatted(Math.min(words, columns.size())),
                        tag("caption", caption),
                        tag("thead", head),
                        tag("tbody", body));
        String region =
                "div class='scroll' tabindex='0' role='region' aria-label='%s'"
                        .formatted(Escaped.of(caption));
        return new Html(tag(region, table).markup() + "\n");
    }

    /** A table that is shown when asked for. */
    public static Html folded(String summary, Html table) {
        return new Html(tag("details", tag("summary", summary), "\n", table).markup() + "\n");
    }

    private static Html row(List<?> cells) {
        List<Html> all =
                IntStream.range(0, cells.size())
                        .mapToObj(
                                cell ->
                                        cell == 0
                                                ? tag("th scope='row'", cells.get(0))
                                                : tag("td", cells.get(cell)))
                        .toList();
        return new Html(tag("tr", all).markup() + "\n");
    }
}
