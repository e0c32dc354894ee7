package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.util.List;

/** The offers that a rule speaks of. */
public sealed interface Scope {
    /** Every offer. */
    Scope ANY = new Any();

    /** Whether the rule speaks of this offer. */
    boolean includes(Offer offer);

    /** Every offer. */
    record Any() implements Scope {
        @Override
        public boolean includes(Offer offer) {
            return true;
        }

        @Override
        public String toString() {
            return "any";
        }
    }

    /** The offers of one channel. */
    record OfChannel(String channel) implements Scope {
        public OfChannel {
            Requires.text(channel, "channel");
        }

        @Override
        public boolean includes(Offer offer) {
            return offer.channel().equals(channel);
        }

        @Override
        public String toString() {
            return channel;
        }
    }

    /** These offers. */
    record Of(List<String> offers) implements Scope {
        public Of {
            offers = List.copyOf(offers);
            Requires.require(!offers.isEmpty(), "offers", offers, "at least one");
        }

        @Override
        public boolean includes(Offer offer) {
            return offers.contains(offer.id());
        }

        @Override
        public String toString() {
            return String.join(" + ", offers);
        }
    }
}
