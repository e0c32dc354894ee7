package dev.marginal.scenarios.handover;

import java.time.Instant;
import java.util.Optional;

/**
 * A chunk with those of its sends that are still to be delivered.
 *
 * @param sends at least one, in their order
 * @param size how many
 * @param deliveredAt when it goes to a service; empty for a file, which depends on no clock
 */
public record Batch(
        PlanFacts plan,
        Chunk chunk,
        HandOverSettings settings,
        Iterable<Send> sends,
        int size,
        Optional<Instant> deliveredAt) {
    /** Whether its time lies ahead, or may do so. */
    public boolean isAhead() {
        return chunk.sendAt().isPresent()
                && (deliveredAt.isEmpty() || chunk.sendAt().get().isAfter(deliveredAt.get()));
    }
}
