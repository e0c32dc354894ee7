package dev.marginal.optimizer;

import dev.marginal.tables.Requires;

/**
 * Customers whose sends are fixed before a plan is made, such as those of an experiment: each gets
 * exactly these offers, or nothing.
 *
 * @param customer rows of the book, ascending
 * @param offers what each of them gets; empty for nothing
 */
public record Pins(int[] customer, OfferSet[] offers) {
    /** Nobody. */
    public static final Pins NONE = new Pins(new int[0], new OfferSet[0]);

    public Pins {
        Requires.require(
                customer.length == offers.length,
                "sets of offers",
                offers.length,
                "one for each of " + customer.length + " customers");
        for (int pin = 1; pin < customer.length; pin++) {
            if (customer[pin] <= customer[pin - 1]) {
                Requires.require(false, "pinned customer", customer[pin], "ascending");
            }
        }
    }

    /** How many customers. */
    public int customers() {
        return customer.length;
    }

    /** How many sends they get. */
    public int sends() {
        int sends = 0;
        for (OfferSet set : offers) {
            sends += set.size();
        }
        return sends;
    }
}
