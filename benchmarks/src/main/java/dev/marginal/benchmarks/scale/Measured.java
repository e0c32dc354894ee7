package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;

/**
 * What came out of one size.
 *
 * @param family which
 * @param heapMegabytes the heap that its JVM was given
 * @param ended how its JVM ended
 */
record Measured(AllocationFamily family, long heapMegabytes, Child.Ended ended) {
    /** Heap per size: what the target grants, 12 bytes per option and a gibibyte. */
    static long heapMegabytes(AllocationFamily family) {
        return 1024 + 12 * family.options() / (1 << 20);
    }

    Facts facts() {
        return ended.facts();
    }

    /** How many times a fact was measured, and what happened then if its JVM ended badly. */
    String count(String fact) {
        int count = facts().numbers(fact).length;
        return ended.isDone() ? count + "" : count + ", then " + ended.words();
    }

    /** How many bytes per option the process held beyond a gibibyte; negative below it. */
    double bytesPerOption() {
        return (ended.peakBytes() - (double) (1 << 30)) / family.options();
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
