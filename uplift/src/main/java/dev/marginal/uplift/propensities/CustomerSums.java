package dev.marginal.uplift.propensities;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Adds up what rows say by customer, whose rows are never taken for independent.
 *
 * @param ofRow the customer of each row, in [0, count)
 * @param count how many
 */
record CustomerSums(int[] ofRow, int count) {
    static CustomerSums of(int[] group) {
        int[] distinct = Arrays.stream(group).sorted().distinct().toArray();
        int[] ofRow = Arrays.stream(group).map(g -> Arrays.binarySearch(distinct, g)).toArray();
        return new CustomerSums(ofRow, distinct.length);
    }

    /** Whether no customer has a second row. */
    boolean areRows() {
        return count == ofRow.length;
    }

    /** Σ over customers of their squared sums. */
    double squares(double[] ofRows) {
        double squares = 0;
        for (double sum : areRows() ? ofRows : sums(ofRows)) {
            squares += sum * sum;
        }
        return squares;
    }

    /**
     * How probable so large a total of the rows is by chance, if every customer's expectation is
     * zero; 1 where nothing varies.
     *
     * <p>The total over its standard error is corrected for skewness and held against Student's t,
     * whose degrees of freedom 2 (Σs²)² / Σs⁴ say on how few sums the standard error stands.
     *
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1992.tb01876.x">Hall (1992), removal of
     *     skewness by transformation</a>
     */
    double probability(double[] ofRows) {
        double[] sums = areRows() ? ofRows : sums(ofRows);
        double mean = Arrays.stream(sums).sum() / count;
        double square = 0;
        double cube = 0;
        double fourth = 0;
        for (double sum : sums) {
            double off = sum - mean;
            square += off * off;
            cube += off * off * off;
            fourth += off * off * off * off;
        }
        if (square == 0) {
            return 1;
        }
        double t = count * mean / Math.sqrt(square);
        double skewness = cube / Math.pow(square, 1.5);
        double straight =
                t + skewness * t * t / 3 + skewness * skewness * t * t * t / 27 + skewness / 6;
        double freedom = 2 * square * square / fourth;
        return 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(straight));
    }

    private double[] sums(double[] ofRows) {
        double[] sums = new double[count];
        for (int row = 0; row < ofRows.length; row++) {
            sums[ofRow[row]] += ofRows[row];
        }
        return sums;
    }
}
