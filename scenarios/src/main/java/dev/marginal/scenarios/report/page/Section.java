package dev.marginal.scenarios.report.page;

import dev.marginal.scenarios.report.charts.Chart;
import java.util.List;

/**
 * One part of the report.
 *
 * @param id letters alone
 * @param title what it answers
 * @param parts sentences first
 */
record Section(String id, String title, List<Part> parts) {
    Section {
        parts = List.copyOf(parts);
    }

    /** Something in a section. */
    sealed interface Part permits Prose, Picture {}

    /** Words, lists or tables. */
    record Prose(Html html) implements Part {}

    /** A chart with its data. */
    record Picture(Chart chart) implements Part {}

    static Part prose(Html html) {
        return new Prose(html);
    }

    static Part picture(Chart chart) {
        return new Picture(chart);
    }

    /** Its charts, in order. */
    List<Chart> charts() {
        return parts.stream()
                .filter(Picture.class::isInstance)
                .map(part -> ((Picture) part).chart())
                .toList();
    }
}
