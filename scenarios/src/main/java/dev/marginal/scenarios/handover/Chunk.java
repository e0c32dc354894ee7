package dev.marginal.scenarios.handover;

import dev.marginal.tables.Requires;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends that are delivered together: all of them or none.
 *
 * @param number counted from 1
 * @param id the same whenever the same plan is cut for the same target
 * @param offer of all its sends; empty where they differ
 * @param sendAt of all its sends; empty where they differ
 * @param first place of its first send in the order of the cut
 * @param sends how many
 */
public record Chunk(
        int number, String id, String offer, Optional<Instant> sendAt, int first, int sends) {
    public Chunk {
        Requires.positive(number, "number of a chunk");
        Requires.positive(sends, "sends of a chunk");
    }
}
