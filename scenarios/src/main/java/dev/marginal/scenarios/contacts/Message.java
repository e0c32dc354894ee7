package dev.marginal.scenarios.contacts;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * What one send is to contact caps. One dispatch to one customer over one channel counts once, on
 * however many devices it arrives.
 *
 * @param channel such as {@code push}
 * @param tags as they were when it was sent; {@code promo/spring} is a {@code promo} too
 * @param obeys whether caps may forbid it; a receipt, say, does not obey
 * @param counts whether it uses up caps that others obey
 */
public record Message(String channel, List<String> tags, boolean obeys, boolean counts) {
    public Message {
        Requires.text(channel, "channel");
        tags = tags.stream().sorted().distinct().toList();
    }

    /** A marketing message without tags. */
    public static Message marketing(String channel) {
        return new Message(channel, List.of(), true, true);
    }
}
