package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.SegmentNames;
import dev.marginal.scenarios.loading.AudienceParts;
import java.io.Serializable;
import java.util.List;

/**
 * What a part of an audience tells of itself, so that all parts can number their columns alike.
 *
 * @param customers how many it has
 * @param audience what it says of the columns that rules speak of
 * @param slots what is left of caps
 * @param heldOut how many customers each holdout holds out
 */
public record PartTold(int customers, AudienceParts.Told audience, List<Slot> slots, long[] heldOut)
        implements Serializable {
    public PartTold {
        slots = List.copyOf(slots);
    }

    /**
     * What a cap leaves.
     *
     * @param offers that it limits
     * @param left the column that says so, and what it says
     */
    record Slot(String cap, List<String> offers, SegmentNames left) implements Serializable {}
}
