package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.Message;
import java.util.List;

/** What sends of an offer are to contact caps: its tags, and whether it obeys and counts. */
final class MessageKeys {
    private MessageKeys() {}

    /**
     * An offer's message; marketing unless it says otherwise.
     *
     * @param exemptCounts whether a message that obeys no cap uses them up all the same
     */
    static Message message(Section offer, String channel, boolean exemptCounts) {
        List<String> tags = CapKeys.checkedTags(offer, "tags", offer.words("tags"));
        boolean obeys = offer.yes("obeys_caps", true);
        boolean counts = offer.yes("counts_toward_caps", obeys || exemptCounts);
        return new Message(channel.isBlank() ? "-" : channel, tags, obeys, counts);
    }
}
