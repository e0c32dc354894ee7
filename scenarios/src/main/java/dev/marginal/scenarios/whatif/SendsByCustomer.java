package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.SendPlan;

/** Walks along the customers of a plan who get something. */
final class SendsByCustomer {
    private final SendPlan sends;
    private int next;

    SendsByCustomer(SendPlan sends) {
        this.sends = sends;
    }

    boolean hasNext() {
        return next < sends.sends();
    }

    /** The next customer who gets something; beyond all customers at the end. */
    int customer() {
        return hasNext() ? sends.customer()[next] : Integer.MAX_VALUE;
    }

    /** Bits of the offers that a customer gets, who is the next one or gets nothing. */
    long take(int customer) {
        long bits = 0;
        while (customer() == customer && hasNext()) {
            bits |= 1L << sends.offer()[next++];
        }
        return bits;
    }
}
