package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What allocators see of a rule. */
public sealed interface Limit extends Serializable {
    /** The limit in the user's words; comes back in prices and messages. */
    String name();

    /** Whom it speaks of. */
    Stream<Segment> segments();

    /** The offers that count. */
    OfferSet offers();

    /** At most {@code most} of these offers to any one customer. */
    static Limit personal(String name, OfferSet offers, int most) {
        return personal(name, offers, Segment.EVERYONE, most);
    }

    /** The same for some customers; all others may get any of them. */
    static Limit personal(String name, OfferSet offers, Segment where, int most) {
        return new Personal(name, offers, where, most);
    }

    /**
     * At least {@code least} and at most {@code most} sends of these offers over all customers.
     *
     * @param least 0 for no floor
     * @param most {@link Shared#UNLIMITED} for no ceiling
     */
    static Limit sends(String name, OfferSet offers, long least, long most) {
        return sends(name, offers, Segment.EVERYONE, least, most);
    }

    /** The same for some customers. */
    static Limit sends(String name, OfferSet offers, Segment where, long least, long most) {
        Part part = new Part(offers, where, Charge.SENDS, 1);
        return new Shared(name, List.of(part), floor(least), most);
    }

    /** At most {@code most} currency spent on these offers over all customers. */
    static Limit spend(String name, OfferSet offers, double most) {
        return spend(name, offers, Segment.EVERYONE, 0, most);
    }

    /**
     * At least {@code least} and at most {@code most} currency spent on these offers over some
     * customers.
     *
     * @param least 0 for no floor
     * @param most infinite for no ceiling
     */
    static Limit spend(String name, OfferSet offers, Segment where, double least, double most) {
        Part part = new Part(offers, where, Charge.COST, 1);
        long ceiling = Double.isInfinite(most) ? Shared.UNLIMITED : OfferBook.micros(most);
        return new Shared(name, List.of(part), floor(OfferBook.micros(least)), ceiling);
    }

    private static long floor(long least) {
        return least > 0 ? least : Shared.NO_FLOOR;
    }

    /**
     * Lives inside one customer: at most {@code most} of {@code offers} to each one in the segment.
     *
     * @param where the customers that it speaks of
     * @param most zero or more
     */
    record Personal(String name, OfferSet offers, Segment where, int most) implements Limit {
        public Personal {
            Requires.require(most >= 0, name, most, "zero or more");
        }

        @Override
        public Stream<Segment> segments() {
            return Stream.of(where);
        }
    }

    /**
     * What some sends count towards a shared limit.
     *
     * @param offers the offers that count
     * @param where the customers that count
     * @param charge what one send uses
     * @param weight how often that counts; negative where a send makes room
     */
    record Part(OfferSet offers, Segment where, Charge charge, long weight)
            implements Serializable {}

    /**
     * Ties customers together and gets a price: {@code least ≤ Σ weight·charge ≤ most}.
     *
     * @param parts one or more; a send that several speak of counts for each
     * @param least in sends, micro-units, or what the parts' weights make of them; {@link
     *     #NO_FLOOR} for none
     * @param most alike; {@link #UNLIMITED} for no ceiling
     */
    record Shared(String name, List<Part> parts, long least, long most) implements Limit {
        /** No floor. */
        public static final long NO_FLOOR = Long.MIN_VALUE;

        /** No ceiling. */
        public static final long UNLIMITED = Long.MAX_VALUE;

        public Shared {
            parts = List.copyOf(parts);
            Requires.require(!parts.isEmpty(), name + ", parts", parts, "one or more");
            Requires.require(most >= least, name + ", at most", most, "at least " + least);
        }

        @Override
        public OfferSet offers() {
            return new OfferSet(
                    parts.stream()
                            .mapToLong(part -> part.offers().bits())
                            .reduce(0, (a, b) -> a | b));
        }

        @Override
        public Stream<Segment> segments() {
            return parts.stream().map(Part::where);
        }

        /** Whether it adds up one kind of charge, each send once. */
        public boolean isPlain() {
            return parts.size() == 1 && parts.get(0).weight() == 1;
        }

        /** The charge of the first part: the only one of a plain limit. */
        public Charge charge() {
            return parts.get(0).charge();
        }

        /** Whether it counts sends only, so that one unit of it is a send. */
        public boolean countsSends() {
            return parts.stream().allMatch(part -> part.charge().equals(Charge.SENDS));
        }

        /** Whether every send uses none or some of it, never less than none. */
        public boolean neverNegative() {
            return parts.stream()
                    .allMatch(part -> part.weight() >= 0 && part.charge().neverNegative());
        }

        /**
         * Micro-units of value in a price of one: prices are quoted per send where sends are
         * counted, else per million micro-units, such as per unit of currency.
         */
        public double microsPerUnit() {
            return countsSends() ? OfferBook.MICROS : 1;
        }

        /** Whether the limit asks for something. */
        public boolean hasFloor() {
            return least != NO_FLOOR;
        }

        /** Whether the limit forbids something. */
        public boolean hasCeiling() {
            return most != UNLIMITED;
        }
    }
}
