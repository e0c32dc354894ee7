package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Interval;
import java.util.Arrays;

/**
 * Which rows belong to one customer; rows of one customer are never taken for independent.
 *
 * @param ofRow the customer of each row, in [0, count)
 * @param count how many customers
 */
record Clusters(int[] ofRow, int count) {
    private static final double ROUNDING = 1e-9;

    /** Customers by group number, counted from zero in the order of the numbers. */
    static Clusters of(int[] group) {
        int[] distinct = Arrays.stream(group).sorted().distinct().toArray();
        int[] ofRow = Arrays.stream(group).map(g -> Arrays.binarySearch(distinct, g)).toArray();
        return new Clusters(ofRow, distinct.length);
    }

    /**
     * The weighted mean of {@code values} over {@code rows}, with its interval from the customers'
     * summed deviations.
     */
    Interval mean(float[] values, double[] weight, int[] rows) {
        double sum = 0;
        double weights = 0;
        for (int row : rows) {
            sum += weight[row] * values[row];
            weights += weight[row];
        }
        double mean = sum / weights;
        double[] deviation = new double[count];
        boolean[] seen = new boolean[count];
        for (int row : rows) {
            deviation[ofRow[row]] += weight[row] * (values[row] - mean);
            seen[ofRow[row]] = true;
        }
        return Interval.normal(mean, Math.sqrt(variance(deviation, seen)) / weights);
    }

    /** The same over all rows. */
    Interval mean(double[] values, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < values.length; row++) {
            sum += weight[row] * values[row];
            weights += weight[row];
        }
        double mean = sum / weights;
        double[] influence = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            influence[row] = (values[row] - mean) / weights;
        }
        return sum(mean, influence, weight);
    }

    /** The mean of paired differences; exactly zero where the two are the same but for rounding. */
    Interval lead(double[] values, double[] others, double[] weight) {
        double[] difference = new double[values.length];
        for (int row = 0; row < difference.length; row++) {
            double apart = values[row] - others[row];
            double size = Math.abs(values[row]) + Math.abs(others[row]);
            difference[row] = Math.abs(apart) <= ROUNDING * size ? 0 : apart;
        }
        return mean(difference, weight);
    }

    /** The interval of an estimate that each row moves by its influence times its weight. */
    Interval sum(double estimate, double[] influence, double[] weight) {
        double[] deviation = new double[count];
        for (int row = 0; row < influence.length; row++) {
            deviation[ofRow[row]] += weight[row] * influence[row];
        }
        boolean[] seen = new boolean[count];
        Arrays.fill(seen, true);
        return Interval.normal(estimate, Math.sqrt(variance(deviation, seen)));
    }

    private static double variance(double[] deviation, boolean[] seen) {
        int customers = 0;
        double squares = 0;
        for (int customer = 0; customer < deviation.length; customer++) {
            customers += seen[customer] ? 1 : 0;
            squares += deviation[customer] * deviation[customer];
        }
        return customers < 2 ? Double.NaN : squares * customers / (customers - 1);
    }
}
