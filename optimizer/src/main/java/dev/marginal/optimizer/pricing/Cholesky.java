package dev.marginal.optimizer.pricing;

/**
 * A positive definite matrix as L·Lᵀ; a pivot that rounding made too small is raised, which damps
 * the solution in that direction.
 */
record Cholesky(double[][] lower) {
    private static final double LEAST_PIVOT = 1e-14;

    /** Factors the lower half of a matrix, which is overwritten. */
    static Cholesky of(double[][] matrix) {
        double largest = 0;
        for (int row = 0; row < matrix.length; row++) {
            boolean held = matrix[row][row] == Double.MAX_VALUE;
            largest = Math.max(largest, held ? 0 : matrix[row][row]);
        }
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= matrix[row][k] * matrix[column][k];
                }
                matrix[row][column] =
                        column == row
                                ? Math.sqrt(Math.max(rest, LEAST_PIVOT * largest))
                                : rest / matrix[column][column];
            }
        }
        return new Cholesky(matrix);
    }

    double[] solve(double[] right) {
        double[] solution = right.clone();
        for (int row = 0; row < solution.length; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= lower[row][k] * solution[k];
            }
            solution[row] /= lower[row][row];
        }
        for (int row = solution.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < solution.length; k++) {
                solution[row] -= lower[k][row] * solution[k];
            }
            solution[row] /= lower[row][row];
        }
        return solution;
    }
}
