package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Pins;
import dev.marginal.scenarios.planning.OpenDay;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Customers whose sends are fixed before a scenario is planned. */
final class Pinned {
    private Pinned() {}

    /**
     * Those who keep what another plan sends them, and those for whom the day drew something. What
     * is closed to them, by the scenario or by the day, is not sent.
     *
     * @param kept {@code [customer]}: bits of the offers of a plan that stays
     */
    static Pins of(Books.Asked asked, Optional<long[]> kept) {
        if (kept.isEmpty() && asked.day().isEmpty()) {
            return Pins.NONE;
        }
        SortedMap<Integer, OfferSet> sets = new TreeMap<>();
        asked.day().ifPresent(day -> draw(day, asked.open(), sets));
        kept.ifPresent(sends -> keep(sends, asked.open(), sets));
        return new Pins(
                sets.keySet().stream().mapToInt(customer -> customer).toArray(),
                sets.values().toArray(OfferSet[]::new));
    }

    private static void draw(OpenDay day, OfferBook open, SortedMap<Integer, OfferSet> sets) {
        for (int pin = 0; pin < day.pins().customers(); pin++) {
            int customer = day.pins().customer()[pin];
            sets.put(customer, allowed(open, day.pins().offers()[pin].bits(), customer));
        }
    }

    private static void keep(long[] sends, OfferBook open, SortedMap<Integer, OfferSet> sets) {
        for (int customer = 0; customer < sends.length; customer++) {
            if (sends[customer] != 0) {
                sets.put(customer, allowed(open, sends[customer], customer));
            }
        }
    }

    private static OfferSet allowed(OfferBook open, long offers, int customer) {
        long bits = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            bits |= open.allows(offer, customer) ? 1L << offer : 0;
        }
        return new OfferSet(bits);
    }
}
