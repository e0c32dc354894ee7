package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;

/**
 * What came out of one size.
 *
 * @param family which
 * @param heapMebibytes the heap that its JVM was given
 * @param ended how its JVM ended
 */
record Measured(AllocationFamily family, long heapMebibytes, Child.Ended ended) {
    private static final int BYTES_PER_OPTION = 12;
    private static final double BYTES_BESIDE = 1e9;

    /** What a JVM with OR-Tools holds beside its heap, and a little more. */
    private static final long JVM_MEBIBYTES = 192;

    /** Heap per size, so that the process stays within 12 bytes per option and a gigabyte. */
    static long heapMebibytes(AllocationFamily family) {
        double granted = BYTES_PER_OPTION * family.options() + BYTES_BESIDE;
        return (long) (granted / (1 << 20)) - JVM_MEBIBYTES;
    }

    Facts facts() {
        return ended.facts();
    }

    /** How many times a fact was measured, and what happened then if its JVM ended badly. */
    String count(String fact) {
        int count = facts().numbers(fact).length;
        return ended.isDone() ? count + "" : count + ", then " + ended.words();
    }

    /** How many bytes per option the process held beyond a gigabyte; negative below it. */
    double bytesPerOption() {
        return (ended.peakBytes() - BYTES_BESIDE) / family.options();
    }

    double bytesPerCustomer() {
        return (double) ended.peakBytes() / family.customers();
    }

    /** The largest gap that the targets allow with so many binding limits. */
    double gapTarget() {
        return Math.max(0.1 * facts().least("binding").orElse(0) / family.customers(), 1e-7);
    }

    /** Seconds that the targets allow, on two cores; none where they say nothing. */
    String secondsTarget() {
        return switch (family.toString()) {
            case "1,000,000 × 10 × 100" -> "2";
            case "10,000,000 × 10 × 50" -> "6";
            case "10,000,000 × 10 × 1" -> "1.5";
            default -> "";
        };
    }
}
