package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Facts;

/**
 * A library's figures beside Marginal's at the same parameters.
 *
 * <p>What is no number in the library's column, as where a power of it underflows, is counted and
 * not compared.
 *
 * @param facts takes {@code <fitter>, parity of <figure>}, the largest difference, and the count
 */
record Parity(Facts facts, Fitter fitter) {
    /**
     * What may differ, as a share; expectations and probabilities below a thousandth count as one.
     */
    static final double MOST = 1e-9;

    private static final double LEAST = 1e-3;

    void tell(String figure, double[] theirs, double[] ours) {
        double largest = theirs.length == ours.length ? 0 : Double.POSITIVE_INFINITY;
        int none = 0;
        for (int row = 0; row < Math.min(theirs.length, ours.length); row++) {
            if (Double.isFinite(theirs[row])) {
                double scale = Math.max(LEAST, Math.abs(ours[row]));
                largest = Math.max(largest, Math.abs(theirs[row] - ours[row]) / scale);
            } else {
                none++;
            }
        }
        facts.add(fact(fitter, figure), largest);
        facts.add(fact(fitter, figure) + ", no number", none);
    }

    static String fact(Fitter fitter, String figure) {
        return fitter.word() + ", parity of " + figure;
    }
}
