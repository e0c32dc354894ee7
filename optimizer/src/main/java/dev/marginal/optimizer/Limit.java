package dev.marginal.optimizer;

import dev.marginal.tables.Requires;

/** What allocators see of a rule. */
public sealed interface Limit {
    /** The limit in the user's words; comes back in prices and messages. */
    String name();

    /** The offers that count. */
    OfferSet offers();

    /** At most {@code most} of these offers to any one customer. */
    static Limit personal(String name, OfferSet offers, int most) {
        return new Personal(name, offers, most);
    }

    /** At least {@code least} and at most {@code most} sends of these offers over all customers. */
    static Limit sends(String name, OfferSet offers, long least, long most) {
        return new Shared(name, offers, Charge.SENDS, least, most);
    }

    /** At most {@code most} currency spent on these offers over all customers. */
    static Limit spend(String name, OfferSet offers, double most) {
        return new Shared(name, offers, Charge.COST, 0, OfferBook.micros(most));
    }

    /** What one send uses of a shared limit. */
    enum Charge {
        /** One. */
        SENDS,
        /** Its expected cost, in micro-units. */
        COST
    }

    /**
     * Lives inside one customer: at most {@code most} of {@code offers} each.
     *
     * @param most zero or more
     */
    record Personal(String name, OfferSet offers, int most) implements Limit {
        public Personal {
            Requires.require(most >= 0, name, most, "zero or more");
        }
    }

    /**
     * Ties customers together and gets a price: {@code least ≤ Σ charge ≤ most}.
     *
     * @param least in sends or micro-units; 0 for no floor
     * @param most in sends or micro-units; {@link #UNLIMITED} for no ceiling
     */
    record Shared(String name, OfferSet offers, Charge charge, long least, long most)
            implements Limit {
        /** No ceiling. */
        public static final long UNLIMITED = Long.MAX_VALUE;

        public Shared {
            Requires.require(least >= 0, name + ", at least", least, "zero or more");
            Requires.require(most >= least, name + ", at most", most, "at least " + least);
        }
    }
}
