package dev.marginal.app.rest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was refused because there was too much of it, by reason. */
final class Rejections {
    private static final List<String> REASONS = List.of("bodies", "listeners", "queue", "waiting");

    private final SortedMap<String, Long> counts = new TreeMap<>();

    Rejections() {
        REASONS.forEach(reason -> counts.put(reason, 0L));
    }

    /** A refusal to throw: too much at once. */
    synchronized Refusal counted(String reason, String words) {
        counts.merge(reason, 1L, Long::sum);
        return Refusal.busy(429, words, 1);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
