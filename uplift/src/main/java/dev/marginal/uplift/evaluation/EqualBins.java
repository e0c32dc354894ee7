package dev.marginal.uplift.evaluation;

/**
 * Bins of equal count. Where whole rows do not divide evenly, the first bins get one more; where
 * rows are weighted, bins have equal weight.
 */
final class EqualBins {
    private EqualBins() {}

    /** Where each bin ends; the first entry is 0, the last is {@code rows}. */
    static double[] ends(double rows, int bins) {
        boolean whole = rows == Math.rint(rows);
        double least = Math.floor(rows / bins);
        double more = rows - least * bins;
        double[] ends = new double[bins + 1];
        for (int bin = 1; bin <= bins; bin++) {
            ends[bin] = whole ? least * bin + Math.min(bin, more) : rows * bin / bins;
        }
        ends[bins] = rows;
        return ends;
    }
}
