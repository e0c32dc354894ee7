package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When and how often customers may be contacted.
 *
 * @param caps all of them hold
 * @param sendTimes at most one per channel; without one a channel's messages go out at noon
 * @param quietHours all of them hold
 * @param zone whose clock send times go by where they say nothing
 * @param expiresAfter how long after its time a message may still go out
 */
public record ContactPolicy(
        List<ContactCap> caps,
        List<SendTime> sendTimes,
        List<QuietHours> quietHours,
        Zone zone,
        Duration expiresAfter) {
    /** As long as Braze holds a delayed message. */
    public static final Duration USUAL_EXPIRY = Duration.ofHours(72);

    public ContactPolicy {
        caps = List.copyOf(caps);
        sendTimes = List.copyOf(sendTimes);
        quietHours = List.copyOf(quietHours);
        Set<String> ids = new HashSet<>();
        caps.forEach(cap -> Requires.require(ids.add(cap.id()), "cap", cap.id(), "unique"));
        Set<String> channels = new HashSet<>();
        sendTimes.forEach(
                time ->
                        Requires.require(
                                channels.add(time.channel()),
                                "send time of channel",
                                time.channel(),
                                "given once"));
    }

    /** No caps, no quiet hours. */
    public static ContactPolicy free(Zone zone) {
        return new ContactPolicy(List.of(), List.of(), List.of(), zone, USUAL_EXPIRY);
    }
}
