package dev.marginal.scenarios.people;

import java.util.BitSet;

/**
 * How customers can be reached over one channel.
 *
 * @param address who has one; everyone where no column of addresses is named
 * @param consent who agreed; everyone where no column of consents is named
 * @param suppressed who, or whose address, is on a suppression list
 * @param first {@code [customer]}: the first customer with the same address, often the customer
 *     itself; −1 without address; of length 0 where no column of addresses is named
 */
public record Reach(BitSet address, BitSet consent, BitSet suppressed, int[] first) {
    /** Whether the customer has an address, agreed, and is on no suppression list. */
    public boolean mayReach(int customer) {
        return address.get(customer) && consent.get(customer) && !suppressed.get(customer);
    }

    /** How many customers share their address with another. */
    public int sharing() {
        int[] sizes = new int[first.length];
        for (int other : first) {
            if (other >= 0) {
                sizes[other]++;
            }
        }
        int sharing = 0;
        for (int size : sizes) {
            sharing += size > 1 ? size : 0;
        }
        return sharing;
    }

    /** Adds everyone who shares an address with one of {@code some}. */
    void addSharers(BitSet some) {
        if (first.length == 0) {
            return;
        }
        BitSet theirs = new BitSet(first.length);
        some.stream().filter(customer -> first[customer] >= 0).forEach(c -> theirs.set(first[c]));
        for (int customer = 0; customer < first.length; customer++) {
            if (first[customer] >= 0 && theirs.get(first[customer])) {
                some.set(customer);
            }
        }
    }
}
