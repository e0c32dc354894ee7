package dev.marginal.optimizer;

import java.io.Serializable;

/**
 * One shared limit as the plan uses it.
 *
 * @param limit the limit
 * @param use what the plan's sends use of it, in the limit's units
 * @param price what one more unit of the limit would earn, in currency per send where the limit
 *     counts sends, else per unit of currency or measure; zero or more for a ceiling, zero or less
 *     for a floor
 */
public record LimitUse(Limit.Shared limit, long use, double price) implements Serializable {
    /** Whether one more unit of the limit would earn something, or one less of a floor. */
    public boolean binds() {
        return price != 0;
    }
}
