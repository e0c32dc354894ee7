package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every offer's value and expected cost for every customer, in columns.
 *
 * <p>Money is exact here: the value and cost of one send are their floats rounded to micro-units
 * ({@link #micros}), and every limit, spend and total is a sum of such whole numbers, so that it
 * does not depend on any order of adding.
 *
 * @param offers at most 64
 * @param value {@code [offer][customer]}: what a send adds to the objective, in currency, finite,
 *     negative allowed; {@code NaN} where the offer may not be sent to the customer
 * @param cost {@code [offer][customer]}: expected cost of a send, in currency, finite, zero or more
 */
public record OfferBook(List<Offer> offers, float[][] value, float[][] cost) {
    /** Micro-units in one unit of currency. */
    public static final long MICROS = 1_000_000;

    private static final int MOST_OFFERS = 64;

    public OfferBook {
        offers = List.copyOf(offers);
        Requires.require(
                !offers.isEmpty() && offers.size() <= MOST_OFFERS,
                "number of offers",
                offers.size(),
                "1 to " + MOST_OFFERS);
        Requires.require(
                value.length == offers.size(),
                "columns of value",
                value.length,
                offers.size() + "");
        Requires.require(
                cost.length == offers.size(), "columns of cost", cost.length, offers.size() + "");
        Set<String> ids = new HashSet<>();
        offers.forEach(
                offer -> Requires.require(ids.add(offer.id()), "offer", offer.id(), "unique"));
        for (int offer = 0; offer < offers.size(); offer++) {
            Requires.require(
                    value[offer].length == value[0].length && cost[offer].length == value[0].length,
                    "customers of offer " + offers.get(offer).id(),
                    value[offer].length,
                    value[0].length + ", as for the first offer");
        }
    }

    /** How many customers. */
    public int customers() {
        return value[0].length;
    }

    /** An amount of money in whole micro-units, halves rounded up. */
    public static long micros(double amount) {
        return Math.round(amount * MICROS);
    }

    /** Value of one send in micro-units. */
    public long valueMicros(int offer, int customer) {
        return micros(value[offer][customer]);
    }

    /** Expected cost of one send in micro-units. */
    public long costMicros(int offer, int customer) {
        return micros(cost[offer][customer]);
    }

    /** Whether the offer may be sent to the customer at all. */
    public boolean allows(int offer, int customer) {
        return !Float.isNaN(value[offer][customer]);
    }
}
