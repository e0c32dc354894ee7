package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import java.util.ArrayList;
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

    /**
     * The same gates, and closed for one more reason.
     *
     * @param also {@code [customer]}: bits of the offers to close where they are still open
     */
    public Gates closing(NotSent why, long[] also) {
        List<NotSent> all = new ArrayList<>(reasons);
        all.add(why);
        Requires.require(all.size() <= Byte.MAX_VALUE, "reasons", all.size(), "at most 127");
        byte[][] closed = new byte[reason.length][];
        for (int offer = 0; offer < closed.length; offer++) {
            closed[offer] = reason[offer].clone();
            for (int customer = 0; customer < also.length; customer++) {
                if ((also[customer] >>> offer & 1) != 0 && isOpen(offer, customer)) {
                    closed[offer][customer] = (byte) all.size();
                }
            }
        }
        return new Gates(all, closed);
    }

    /** Why the offer may not be sent to the customer. */
    public NotSent reason(int offer, int customer) {
        return reasons.get(reason[offer][customer] - 1);
    }
}
