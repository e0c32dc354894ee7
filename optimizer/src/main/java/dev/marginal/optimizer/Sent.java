package dev.marginal.optimizer;

import dev.marginal.tables.Requires;

/**
 * Who is sent what: a list of sends, or everyone's set of offers, of which the list is made when it
 * is first asked for. For any number of callers.
 */
public final class Sent {
    private final int count;
    private final long[] sets;
    private volatile Listed listed;

    private Sent(int count, long[] sets, Listed listed) {
        this.count = count;
        this.sets = sets;
        this.listed = listed;
    }

    /**
     * A list of sends.
     *
     * @param customer of each send, ascending
     * @param offer of each send, ascending within a customer
     */
    public static Sent list(int[] customer, byte[] offer) {
        return new Sent(customer.length, null, new Listed(customer, offer));
    }

    /**
     * Everyone's set.
     *
     * @param sets {@code [customer]}: bits of the offers that each gets; not to be changed
     * @param count how many sends that is
     */
    public static Sent sets(long[] sets, int count) {
        return new Sent(count, sets, null);
    }

    /** Nothing, or nothing that is listed here. */
    public static Sent none() {
        return list(new int[0], new byte[0]);
    }

    private record Listed(int[] customer, byte[] offer) {}

    /** How many sends. */
    int count() {
        return count;
    }

    int[] customer() {
        return listed().customer;
    }

    byte[] offer() {
        return listed().offer;
    }

    /** {@code [customer]}: bits of the offers that each gets; not to be changed. */
    long[] sets(int customers) {
        if (sets == null) {
            return ofList(customers);
        }
        Requires.require(customers == sets.length, "customers", customers, sets.length + "");
        return sets;
    }

    private Listed listed() {
        Listed known = listed;
        return known == null ? makeList() : known;
    }

    private synchronized Listed makeList() {
        if (listed == null) {
            int[] customer = new int[count];
            byte[] offer = new byte[count];
            int send = 0;
            for (int row = 0; send < count; row++) {
                for (long left = sets[row]; left != 0; left &= left - 1) {
                    customer[send] = row;
                    offer[send++] = (byte) Long.numberOfTrailingZeros(left);
                }
            }
            listed = new Listed(customer, offer);
        }
        return listed;
    }

    private long[] ofList(int customers) {
        long[] made = new long[customers];
        Listed list = listed;
        for (int send = 0; send < count; send++) {
            made[list.customer[send]] |= 1L << list.offer[send];
        }
        return made;
    }
}
