package dev.marginal.scenarios.contacts;

import java.util.List;

/**
 * What customers were sent before and what is already on its way to them.
 *
 * @param kinds the kinds of sends that occur
 * @param start {@code [customer + 1]}: where each customer's sends begin
 * @param at {@code [send]}: seconds since 1970, ascending within a customer; a reservation's may
 *     lie ahead
 * @param kind {@code [send]}: number among the kinds
 */
public record PastSends(List<Kind> kinds, int[] start, long[] at, char[] kind) {
    public PastSends {
        kinds = List.copyOf(kinds);
    }

    /** Nothing sent to anyone. */
    public static PastSends none(int customers) {
        return new PastSends(List.of(), new int[customers + 1], new long[0], new char[0]);
    }

    /** How many customers. */
    public int customers() {
        return start.length - 1;
    }

    /**
     * Sends that caps cannot tell apart.
     *
     * @param message with the tags it had when it was sent
     * @param status what became of it
     * @param campaign whose send it was
     * @param gapSeconds the minimum gap that held when it was sent; 0 where none is known
     */
    public record Kind(Message message, SendStatus status, String campaign, int gapSeconds) {}
}
