package dev.marginal.spark;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.util.Locale;

/**
 * The memory in which a driver may have a look at all customers at once.
 *
 * @param bytes of its heap
 */
record DriverMemory(long bytes) {
    /**
     * A plan takes one and a half times its book, and proofs of limits that fight as much again.
     */
    private static final long TIMES = 4;

    private static final long MEGABYTE = 1 << 20;

    static DriverMemory ofThisMachine() {
        return new DriverMemory(Runtime.getRuntime().maxMemory());
    }

    /**
     * Checks that a book of all customers can be planned here.
     *
     * @throws BadInput if it cannot
     */
    void require(long book) {
        if (book > bytes / TIMES) {
            throw new BadInput(
                    new Problem(
                            "campaign",
                            0,
                            "plan",
                            null,
                            String.format(
                                    Locale.ROOT,
                                    "could not be made near the lowest prices, as where rules fight or a few sends use up a limit; a look at everyone at once takes %,d MB, and the driver has %,d MB",
                                    1 + TIMES * book / MEGABYTE,
                                    bytes / MEGABYTE),
                            "Give the driver more memory (--driver-memory), plan on one machine (./marginal plan), or relax rules that ask for many sends and limits that a few sends use up."));
        }
    }
}
