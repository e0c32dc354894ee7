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
     * A plan takes one and a half times its book, and proofs of limits that fight as much again;
     * the rest is for what comes and goes.
     */
    private static final long TIMES = 4;

    /** Where the tasks run in the driver's own JVM, it has the parts and what they were read to. */
    private static final long TIMES_BESIDE_TASKS = 6;

    private static final long MEGABYTE = 1 << 20;

    static DriverMemory ofThisMachine() {
        return new DriverMemory(Runtime.getRuntime().maxMemory());
    }

    /**
     * Checks that a book of all customers can be planned here.
     *
     * @param besideTasks whether the tasks run in the same JVM
     * @throws BadInput if it cannot
     */
    void require(long book, boolean besideTasks) {
        long times = besideTasks ? TIMES_BESIDE_TASKS : TIMES;
        if (book > bytes / times) {
            throw new BadInput(
                    new Problem(
                            "campaign",
                            0,
                            "plan",
                            null,
                            String.format(
                                    Locale.ROOT,
                                    "could not be made near the lowest prices, as where rules fight or a few sends use up a limit; a look at everyone at once takes %,d MB, and the driver has %,d MB",
                                    1 + times * book / MEGABYTE,
                                    bytes / MEGABYTE),
                            "Give the driver more memory (MARGINAL_JAVA_OPTIONS=-Xmx8g, or on a cluster MARGINAL_SPARK_OPTIONS=\"--driver-memory 8g\"), plan on one machine (./marginal plan), or relax rules that ask for many sends and limits that a few sends use up."));
        }
    }
}
