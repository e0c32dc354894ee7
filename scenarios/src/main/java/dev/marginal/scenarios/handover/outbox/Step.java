package dev.marginal.scenarios.handover.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A chunk reached a state.
 *
 * @param dropped the sends of the chunk that are not handed over, by reason: places in the chunk,
 *     counted from 0
 * @param note what the provider answered, for instance
 */
public record Step(
        int chunk, ChunkState state, Instant at, SortedMap<String, int[]> dropped, String note) {
    public Step {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    }

    /** Of a chunk to which nothing was done. */
    public static Step none(int chunk) {
        return new Step(chunk, ChunkState.PENDING, Instant.EPOCH, new TreeMap<>(), "");
    }

    /** How many sends of the chunk are not handed over. */
    public int droppedSends() {
        return dropped.values().stream().mapToInt(places -> places.length).sum();
    }

    /** The reason for each send of the chunk; {@code null} where it is handed over. */
    public String[] reasons(int sends) {
        String[] reasons = new String[sends];
        dropped.forEach(
                (reason, places) -> Arrays.stream(places).forEach(p -> reasons[p] = reason));
        return reasons;
    }

    /** The reasons that occur. */
    public List<String> reasons() {
        return List.copyOf(dropped.keySet());
    }
}
