package dev.marginal.scenarios.contacts;

import java.util.Arrays;
import java.util.List;

/**
 * What is left of every cap for every customer on one day.
 *
 * <p>A message that a cap forbids outright at its time is blocked. The messages of a day that are
 * not blocked and obey a cap may together be at most {@code left} of it: whichever of them are
 * sent, no window that holds any of them then holds more than the cap allows.
 *
 * @param caps in the policy's order
 * @param left {@code [cap][customer]}: 0 to 126; {@link #PLENTY} where the cap cannot bind
 * @param blockedBy {@code [message][customer]}: number of the first cap that forbids the message,
 *     or {@link #FREE}
 */
public record Allowances(List<ContactCap> caps, byte[][] left, byte[][] blockedBy) {
    /** The cap cannot bind. */
    public static final byte PLENTY = 127;

    /** No cap forbids the message. */
    public static final byte FREE = -1;

    public Allowances {
        caps = List.copyOf(caps);
    }

    /** Whether a cap limits a message: speaks of it, none takes its place, and it obeys. */
    public boolean limits(int cap, Message message) {
        return message.obeys() && AllowanceCalculator.holds(caps.get(cap), message, caps);
    }

    /** No caps. */
    public static Allowances none(int messages, int customers) {
        byte[][] blockedBy = new byte[messages][customers];
        for (byte[] message : blockedBy) {
            Arrays.fill(message, FREE);
        }
        return new Allowances(List.of(), new byte[0][], blockedBy);
    }
}
