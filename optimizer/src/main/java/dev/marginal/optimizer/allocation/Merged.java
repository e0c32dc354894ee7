package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.SendPlan;

/**
 * A plan's sends and pinned sends, which have no customer in common, in one order.
 *
 * @param customer of each send, ascending
 * @param offer of each send, ascending within a customer
 */
record Merged(int[] customer, byte[] offer) {
    static Merged of(SendPlan rest, Pins pins) {
        int sends = rest.sends() + pins.sends();
        Merged merged = new Merged(new int[sends], new byte[sends]);
        int next = 0;
        int taken = 0;
        for (int pin = 0; pin < pins.customers(); pin++) {
            int customer = pins.customer()[pin];
            while (taken < rest.sends() && rest.customer()[taken] < customer) {
                next = merged.put(next, rest.customer()[taken], rest.offer()[taken++]);
            }
            for (long left = pins.offers()[pin].bits(); left != 0; left &= left - 1) {
                next = merged.put(next, customer, (byte) Long.numberOfTrailingZeros(left));
            }
        }
        while (taken < rest.sends()) {
            next = merged.put(next, rest.customer()[taken], rest.offer()[taken++]);
        }
        return merged;
    }

    private int put(int at, int toWhom, byte what) {
        customer[at] = toWhom;
        offer[at] = what;
        return at + 1;
    }
}
