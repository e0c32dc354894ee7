package dev.marginal.optimizer;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
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
 * @param value {@code [offer][customer]}: what a send adds to the objective, in currency, within a
 *     billion, negative allowed; {@code NaN} where the offer may not be sent to the customer
 * @param cost {@code [offer][customer]}: expected cost of a send, in currency, zero to a billion
 */
public record OfferBook(List<Offer> offers, float[][] value, float[][] cost) {
    /** Micro-units in one unit of currency. */
    public static final long MICROS = 1_000_000;

    private static final int MOST_OFFERS = 64;

    /** A send's micro-units stay whole numbers in double precision. */
    private static final float MOST_PER_SEND = 1e9f;

    /** Micro-units of all sends of 64 such offers stay within a long. */
    private static final double MOST_TOGETHER = 140e9;

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
            requireAmounts(offers.get(offer).id(), value[offer], cost[offer]);
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

    private static void requireAmounts(String offer, float[] value, float[] cost) {
        double values = 0;
        double costs = 0;
        for (int customer = 0; customer < value.length; customer++) {
            float worth = Float.isNaN(value[customer]) ? 0 : Math.abs(value[customer]);
            float price = cost[customer];
            if (Float.isInfinite(worth)) {
                Requires.require(
                        false, "value of offer " + offer, worth, "within a billion, or NaN");
            }
            if (!(price >= 0 && price < Float.POSITIVE_INFINITY)) {
                Requires.require(false, "cost of offer " + offer, price, "zero to a billion");
            }
            if (Math.max(worth, price) > MOST_PER_SEND) {
                throw tooMuch("a send of offer " + offer, Math.max(worth, price), "a billion");
            }
            values += worth;
            costs += price;
        }
        if (Math.max(values, costs) > MOST_TOGETHER) {
            throw tooMuch("all sends of offer " + offer, Math.max(values, costs), "140 billion");
        }
    }

    private static BadInput tooMuch(String subject, double amount, String most) {
        return new BadInput(
                new Problem(
                        "money",
                        0,
                        subject,
                        "%.0f".formatted(amount),
                        "must be worth, and cost, at most " + most,
                        "Maybe an amount of the history is mistyped; otherwise count in thousands."));
    }
}
