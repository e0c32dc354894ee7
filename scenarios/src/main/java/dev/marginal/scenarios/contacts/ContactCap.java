package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * At most {@code atMost} messages to one customer in a window.
 *
 * @param id unique; reasons and allowances speak of it
 * @param atMost zero or more; zero forbids (it does not mean "no cap")
 * @param window over which it counts
 * @param channels the messages it speaks of; empty for any channel
 * @param tags likewise; empty for any; a tag covers those nested in it
 * @param counted the statuses that use it up
 * @param overrides ids of caps whose place this one takes: the messages that this one speaks of
 *     neither obey them nor use them up
 */
public record ContactCap(
        String id,
        int atMost,
        Window window,
        List<String> channels,
        List<String> tags,
        Set<SendStatus> counted,
        List<String> overrides) {
    public ContactCap {
        Requires.text(id, "cap");
        Requires.require(atMost >= 0, "cap " + id, atMost, "zero or more");
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
        counted = Set.copyOf(counted);
        overrides = List.copyOf(overrides);
    }

    /** What counts unless a cap says otherwise: everything that was not certainly kept back. */
    public static Set<SendStatus> usuallyCounted() {
        return EnumSet.of(
                SendStatus.PLANNED,
                SendStatus.ATTEMPTED,
                SendStatus.SENT,
                SendStatus.DELIVERED,
                SendStatus.BOUNCED);
    }

    /** Whether the cap speaks of a message. */
    public boolean covers(Message message) {
        return (channels.isEmpty() || channels.contains(message.channel()))
                && (tags.isEmpty() || message.tags().stream().anyMatch(this::coversTag));
    }

    private boolean coversTag(String tag) {
        return tags.stream().anyMatch(own -> tag.equals(own) || tag.startsWith(own + "/"));
    }
}
