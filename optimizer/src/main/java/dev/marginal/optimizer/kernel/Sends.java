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
                block -> {
                    int send = starts[block];
                    for (int row = blocks.start(block); row < blocks.end(block); row++) {
                        for (long left = sets[row]; left != 0; left &= left - 1) {
                            customer[send] = row;
                            offer[send++] = (byte) Long.numberOfTrailingZeros(left);
                        }
                    }
                });
        return new Sends(customer, offer);
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
