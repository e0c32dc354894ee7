package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Facts;

/**
 * What a plan made of the processes that it was made in.
 *
 * @param heapBytes of the driver's heap in use after a full collection, while it held the plan
 * @param executorWork seconds that all cores worked for the executor
 * @param executorPeakBytes the most memory that the executor's process has held so far
 */
record Load(long heapBytes, double executorWork, long executorPeakBytes) {
    void tell(Facts facts) {
        facts.add("driver heap", heapBytes);
        facts.add("executor work", executorWork);
        facts.add("executor peak", executorPeakBytes);
    }
}
