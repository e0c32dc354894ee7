package dev.marginal.scenarios.days;

import dev.marginal.optimizer.Scope;
import dev.marginal.tables.Requires;

/**
 * A contact cap as days ahead see it: at most {@code atMost} sends to a customer within any {@code
 * days} days.
 *
 * @param cap its name
 * @param scope the offers that obey it
 * @param atMost zero or more
 * @param days 1 or more
 * @param left {@code [block][customer]}: how many more sends the cap leaves up to the last day of
 *     today (block 0) and of each {@link DaysAhead}, for all that was sent before today; only
 *     blocks that end before day number {@code days} are looked at
 */
public record CapAhead(String cap, Scope scope, int atMost, int days, byte[][] left) {
    public CapAhead {
        Requires.text(cap, "cap");
        Requires.notNegative(atMost, "at most");
        Requires.positive(days, "days of " + cap);
    }
}
