package dev.marginal.optimizer.pricing;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A positive definite matrix as L·Lᵀ. Rows with many entries come last, and what stands before a
 * row's first entry is skipped: limits of disjoint segments then cost next to nothing. A pivot that
 * rounding made too small is raised, which damps the solution in that direction.
 */
final class Cholesky {
    private static final double LEAST_PIVOT = 1e-14;

    private final int[] order;
    private final double[][] lower;
    private final int[] first;

    private Cholesky(int[] order, double[][] lower, int[] first) {
        this.order = order;
        this.lower = lower;
        this.first = first;
    }

    /** Factors a symmetric matrix, which is not changed. */
    static Cholesky of(double[][] matrix) {
        int[] order = order(matrix);
        double[][] lower = new double[order.length][];
        int[] first = new int[order.length];
        double floor = LEAST_PIVOT * largest(matrix);
        for (int row = 0; row < order.length; row++) {
            lower[row] = new double[row + 1];
            first[row] = row;
            for (int column = row; column >= 0; column--) {
                lower[row][column] = matrix[order[row]][order[column]];
                first[row] = lower[row][column] != 0 ? column : first[row];
            }
            factor(row, lower, first, floor);
        }
        return new Cholesky(order, lower, first);
    }

    private static void factor(int row, double[][] lower, int[] first, double floor) {
        double[] own = lower[row];
        for (int column = first[row]; column <= row; column++) {
            double[] other = lower[column];
            double rest = own[column];
            for (int k = Math.max(first[row], first[column]); k < column; k++) {
                rest -= own[k] * other[k];
            }
            own[column] = column == row ? Math.sqrt(Math.max(rest, floor)) : rest / other[column];
        }
    }

    /** x with matrix · x = {@code right}. */
    double[] solve(double[] right) {
        double[] x = new double[order.length];
        for (int row = 0; row < x.length; row++) {
            double rest = right[order[row]];
            for (int k = first[row]; k < row; k++) {
                rest -= lower[row][k] * x[k];
            }
            x[row] = rest / lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            x[row] /= lower[row][row];
            for (int k = first[row]; k < row; k++) {
                x[k] -= lower[row][k] * x[row];
            }
        }
        double[] solution = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            solution[order[row]] = x[row];
        }
        return solution;
    }

    private static int[] order(double[][] matrix) {
        int[] entries = new int[matrix.length];
        for (int row = 0; row < entries.length; row++) {
            for (double entry : matrix[row]) {
                entries[row] += entry != 0 ? 1 : 0;
            }
        }
        return IntStream.range(0, entries.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> entries[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double largest(double[][] matrix) {
        double largest = 0;
        for (int row = 0; row < matrix.length; row++) {
            boolean held = matrix[row][row] == Double.MAX_VALUE;
            largest = Math.max(largest, held ? 0 : matrix[row][row]);
        }
        return largest;
    }
}
