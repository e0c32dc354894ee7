package dev.marginal.uplift.evaluation;

/** Bins of equal count; where the rows do not divide evenly, the first bins get one more. */
final class EqualBins {
    private EqualBins() {}

    /** Where each bin ends; the first entry is 0, the last is {@code rows}. */
    static int[] ends(int rows, int bins) {
        int[] ends = new int[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            ends[bin + 1] = ends[bin] + rows / bins + (bin < rows % bins ? 1 : 0);
        }
        return ends;
    }
}
