package dev.marginal.optimizer.kernel;

/**
 * The sends of given sets, listed.
 *
 * @param customer of each send, ascending
 * @param offer of each send, ascending within a customer
 */
public record Sends(int[] customer, byte[] offer) {
    /** Lists the sends of one set per customer; two readings of the sets. */
    public static Sends of(long[] sets, Workers workers) {
        Blocks blocks = Blocks.of(new int[] {sets.length});
        int[] starts = starts(blocks, sets, workers);
        int[] customer = new int[starts[blocks.count()]];
        byte[] offer = new byte[customer.length];
        workers.forEach(
                blocks.count(),
                block ->
                        list(
                                sets,
                                blocks.start(block),
                                starts[block],
                                starts[block + 1],
                                customer,
                                offer));
        return new Sends(customer, offer);
    }

    /**
     * Lists from one send to another. A send is written down for everyone, wanted or not, and the
     * next one over it where it was not: that is faster than to ask.
     */
    private static void list(
            long[] sets, int first, int from, int to, int[] customer, byte[] offer) {
        int send = from;
        for (int row = first; send < to; row++) {
            long set = sets[row];
            customer[send] = row;
            offer[send] = (byte) Long.numberOfTrailingZeros(set);
            send += set != 0 ? 1 : 0;
            for (long left = set & set - 1; left != 0; left &= left - 1) {
                customer[send] = row;
                offer[send++] = (byte) Long.numberOfTrailingZeros(left);
            }
        }
    }

    private static int[] starts(Blocks blocks, long[] sets, Workers workers) {
        int[] starts = new int[blocks.count() + 1];
        workers.forEach(
                blocks.count(),
                block -> {
                    int count = 0;
                    for (int row = blocks.start(block); row < blocks.end(block); row++) {
                        count += Long.bitCount(sets[row]);
                    }
                    starts[block + 1] = count;
                });
        for (int block = 0; block < blocks.count(); block++) {
            starts[block + 1] += starts[block];
        }
        return starts;
    }
}
