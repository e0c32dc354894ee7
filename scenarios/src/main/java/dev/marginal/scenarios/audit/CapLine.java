package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.util.List;

/**
 * A contact cap in the audit's own reading.
 *
 * <p>Every send has a place, and the cap's windows are the runs of {@code width} places: seconds
 * for rolling windows and gaps, calendar days, or the pages of a calendar.
 *
 * @param gap whether it says how far apart sends must be, not how many there may be
 * @param atMost sends in a window
 * @param place SQL of a send's place, from its second {@code moment} and its customer's {@code
 *     zone}
 * @param width how many places a window has
 * @param frozen seconds that a past send without a gap of its own keeps others away; 0 where past
 *     sends have none
 * @param channels empty for any
 * @param tags empty for any
 * @param counted the statuses that use it up
 * @param overrides the ids of caps whose place it takes
 */
record CapLine(
        String id,
        boolean gap,
        long atMost,
        String place,
        long width,
        long frozen,
        List<String> channels,
        List<String> tags,
        List<String> counted,
        List<String> overrides) {
    /** The same cap in the place of others. */
    CapLine overriding(List<String> others) {
        return new CapLine(
                id,
                gap,
                atMost,
                place,
                width,
                frozen,
                channels,
                tags,
                counted,
                List.copyOf(others));
    }

    /** The same cap with room for another number. */
    CapLine allowing(long number) {
        return new CapLine(
                id, gap, number, place, width, frozen, channels, tags, counted, overrides);
    }

    /** The same cap over windows of another width. */
    CapLine within(long places) {
        return new CapLine(
                id, gap, atMost, place, places, frozen, channels, tags, counted, overrides);
    }

    /** SQL: whether it holds for a message with {@code channel} and {@code tags}. */
    String holds(List<CapLine> all) {
        StringBuilder holds = new StringBuilder(covers());
        all.stream()
                .filter(other -> other.overrides().contains(id))
                .forEach(other -> holds.append(" and not ").append(other.covers()));
        return "(" + holds + ")";
    }

    private String covers() {
        String channel =
                channels.isEmpty()
                        ? "true"
                        : "channel in (%s)".formatted(AuditTables.listed(channels));
        return "(%s and %s)".formatted(channel, tags.isEmpty() ? "true" : tagged());
    }

    /** A tag covers those nested in it. */
    private String tagged() {
        return "len(list_filter(tags, lambda tag: %s)) > 0"
                .formatted(
                        String.join(
                                " or ",
                                tags.stream()
                                        .map(
                                                own ->
                                                        "tag = %s or starts_with(tag, %s)"
                                                                .formatted(
                                                                        Database.quote(own),
                                                                        Database.quote(own + "/")))
                                        .toList()));
    }
}
