package dev.marginal.scenarios.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Writes sends as one target wants them. The same sends give the same bytes, and each of them
 * carries its idempotency key where the target has room for it.
 */
public interface Exporter {
    /** The target's name, as users type it. */
    String target();

    /** What the target takes at once. */
    Limits limits(HandOverSettings settings);

    /** An upper bound of the bytes that a send adds to its chunk. */
    default long bytes(PlanFacts plan, Send send) {
        return 0;
    }

    /** Whether sends go to addresses rather than to customers' ids. */
    default boolean needsAddress() {
        return false;
    }

    /** Whether an address can be written as it is. */
    default boolean takes(String address, HandOverSettings settings) {
        return true;
    }

    /** Whether whoever gets the chunks delivers the sends, rather than looks at them. */
    default boolean delivers() {
        return true;
    }

    /** What the settings lack for these offers, as sentences. */
    default List<String> lacks(HandOverSettings settings, Collection<String> offers) {
        return List.of();
    }

    /** The name of a chunk's file. */
    String fileName(PlanFacts plan, Chunk chunk);

    /** Writes a batch: the file, or the body of a request. */
    void write(Batch batch, Path file) throws IOException;

    /** How chunks go over HTTP, if they do. */
    default Optional<Service> service() {
        return Optional.empty();
    }
}
