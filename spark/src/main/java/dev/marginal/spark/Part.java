package dev.marginal.spark;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.parts.Joint;
import dev.marginal.optimizer.parts.Portion;
import java.io.Serializable;

/**
 * Consecutive customers of a campaign.
 *
 * @param <T> serializable
 */
public final class Part<T> implements Serializable {
    private static final long serialVersionUID = 1;

    private final OfferBook book;
    private final T kept;
    private transient String campaign;
    private transient Portion portion;

    /**
     * Customers whose offers are known.
     *
     * @param book theirs
     * @param kept whatever else is to be known of them later, such as their ids
     */
    public Part(OfferBook book, T kept) {
        this.book = book;
        this.kept = kept;
    }

    /** What could be sent to these customers. */
    public OfferBook book() {
        return book;
    }

    /** What else is known of them. */
    public T kept() {
        return kept;
    }

    /** These customers as a campaign's limits see them: found once, and kept for the next pass. */
    synchronized Portion portion(String name, Joint joint) {
        if (!name.equals(campaign)) {
            portion = new Portion(book, joint);
            campaign = name;
        }
        return portion;
    }
}
