package dev.marginal.scenarios.days;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Requires;

/**
 * What can be expected of some later days, taken together.
 *
 * @param first counted from today, which is 0
 * @param last alike
 * @param expected today's offers and customers, in the same order, some offers perhaps not sent
 *     today at all: what one send on the best of these days adds and costs, both already multiplied
 *     by the probability that the customer can be reached then; {@code NaN} where that cannot be
 */
public record DaysAhead(int first, int last, OfferBook expected) {
    public DaysAhead {
        Requires.require(first > 0, "first day ahead", first, "1 or more");
        Requires.require(last >= first, "last day ahead", last, first + " or later");
    }

    /** How many days. */
    int days() {
        return last - first + 1;
    }
}
