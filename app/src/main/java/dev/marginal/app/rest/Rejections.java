package dev.marginal.app.rest;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was refused because there was too much of it, by reason. */
final class Rejections {
    private final SortedMap<String, Long> counts = new TreeMap<>();

    synchronized void count(String reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** A refusal to throw: too much at once. */
    Refusal counted(String reason, String words) {
        count(reason);
        return Refusal.busy(429, words, 1);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
