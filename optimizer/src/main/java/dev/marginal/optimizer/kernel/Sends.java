package dev.marginal.optimizer.kernel;

/**
 * The sends of given sets, listed and added up anew.
 *
 * @param customer of each send, ascending
 * @param offer of each send, ascending within a customer
 * @param sums of all sends
 */
public record Sends(int[] customer, byte[] offer, Sums sums) {
    /**
     * Lists the sends of one set per customer; two readings of the sets.
     *
     * @throws IllegalStateException if a customer's set is not admissible
     */
    public static Sends of(Instance instance, long[] sets, Workers workers) {
        Blocks blocks = Blocks.of(new int[] {sets.length});
        int[] starts = starts(blocks, sets, workers);
        int total = starts[blocks.count()];
        int[] customer = new int[total];
        byte[] offer = new byte[total];
        Sums sums =
                workers.fold(
                        blocks.count(),
                        instance::noSums,
                        (own, block) -> {
                            int send = starts[block];
                            for (int row = blocks.start(block); row < blocks.end(block); row++) {
                                requireAdmissible(instance, row, sets[row]);
                                for (long left = sets[row]; left != 0; left &= left - 1) {
                                    customer[send] = row;
                                    offer[send] = (byte) Long.numberOfTrailingZeros(left);
                                    own.add(instance.columns(), offer[send++], row);
                                }
                            }
                        },
                        Sums::add);
        return new Sends(customer, offer, sums);
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

    private static void requireAdmissible(Instance instance, int customer, long set) {
        if (!instance.admits(customer, set)) {
            throw new IllegalStateException(
                    "The search gave customer " + customer + " a set that is not admissible.");
        }
    }
}
