package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.handover.Chunk;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an outbox was opened for; it is on the disk before anything is delivered.
 *
 * @param plan the plan's name
 * @param campaign whose plan
 * @param date of the plan
 * @param folder where the plan is
 * @param fingerprint of the plan
 * @param target to whom
 * @param delivers whether the target delivers the sends
 * @param channels of the sends
 * @param settings everything else that the chunks depend on, in words
 * @param chunks how the plan is cut
 */
public record OutboxHeader(
        String plan,
        String campaign,
        String date,
        String folder,
        String fingerprint,
        String target,
        boolean delivers,
        List<String> channels,
        SortedMap<String, String> settings,
        List<Chunk> chunks) {
    public OutboxHeader {
        channels = List.copyOf(channels);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        chunks = List.copyOf(chunks);
    }

    /** The name of the setting that says which of the target's campaigns delivers an offer. */
    public static String campaignOf(String offer) {
        return "campaign of " + offer;
    }
}
