package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;

/**
 * What can be sent.
 *
 * @param id unique within a book
 * @param channel such as {@code push}; rules speak of channels
 */
public record Offer(String id, String channel) implements Serializable {
    public Offer {
        Requires.text(id, "offer");
        Requires.text(channel, "channel of offer " + id);
    }
}
