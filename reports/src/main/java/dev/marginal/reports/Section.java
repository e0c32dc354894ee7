package dev.marginal.reports;

import dev.marginal.reports.charts.Chart;
import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the report.
 *
 * @param id letters alone
 * @param title what it asks
 * @param answer in a sentence, for those who read no further
 * @param parts sentences first
 */
public record Section(String id, String title, String answer, List<Part> parts) {
    public Section {
        parts = List.copyOf(parts);
    }

    /** Something in a section. */
    public sealed interface Part permits Prose, Picture, Gallery {}

    /** Words, lists or tables. */
    public record Prose(Html html) implements Part {}

    /** A chart with its data. */
    public record Picture(Chart chart) implements Part {}

    /** Charts of one kind, two side by side where there is room. */
    public record Gallery(List<Chart> charts) implements Part {}

    public static Part prose(Html html) {
        return new Prose(html);
    }

    public static Part picture(Chart chart) {
        return new Picture(chart);
    }

    /** One or more of them; a single one has all the room. */
    public static Part gallery(List<Chart> charts) {
        return charts.size() == 1 ? new Picture(charts.get(0)) : new Gallery(List.copyOf(charts));
    }

    /** Its charts, in order. */
    public List<Chart> charts() {
        return parts.stream().flatMap(Section::charts).toList();
    }

    private static Stream<Chart> charts(Part part) {
        if (part instanceof Picture picture) {
            return Stream.of(picture.chart());
        }
        return part instanceof Gallery gallery ? gallery.charts().stream() : Stream.empty();
    }
}
