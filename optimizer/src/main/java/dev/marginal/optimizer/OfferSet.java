package dev.marginal.optimizer;

import java.io.Serializable;

/**
 * A set of a book's offers, as bits: bit {@code o} stands for offer number {@code o}.
 *
 * @param bits at most 64 offers
 */
public record OfferSet(long bits) implements Serializable {
    /** Whether offer number {@code offer} is in the set. */
    public boolean contains(int offer) {
        return (bits >>> offer & 1) != 0;
    }

    /** How many offers. */
    public int size() {
        return Long.bitCount(bits);
    }
}
