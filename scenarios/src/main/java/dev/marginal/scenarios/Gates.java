package dev.marginal.scenarios;

import java.util.List;

/**
 * Which offers a customer may not be sent today, and why, before any value is looked at.
 *
 * @param reasons those that occur
 * @param reason {@code [offer][customer]}: number of the reason, counted from 1; 0 where the offer
 *     may be sent
 */
public record Gates(List<NotSent> reasons, byte[][] reason) {
    public Gates {
        reasons = List.copyOf(reasons);
    }

    /** Everything may be sent to everyone. */
    public static Gates open(int offers, int customers) {
        return new Gates(List.of(), new byte[offers][customers]);
    }

    /** Whether the offer may be sent to the customer. */
    public boolean isOpen(int offer, int customer) {
        return reason[offer][customer] == 0;
    }

    /** Why the offer may not be sent to the customer. */
    public NotSent reason(int offer, int customer) {
        return reasons.get(reason[offer][customer] - 1);
    }
}
