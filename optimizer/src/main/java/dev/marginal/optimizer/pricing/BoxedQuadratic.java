package dev.marginal.optimizer.pricing;

/**
 * Minimises {@code slope·x + ½ xᵀ H x} over {@code low ≤ x ≤ high}, low ≤ 0 ≤ high, for a positive
 * definite H: solves for the coordinates that no side holds, then improves one coordinate after the
 * other, and so on. The result is never worse than 0.
 */
final class BoxedQuadratic {
    private static final int ROUNDS = 4;
    private static final int SWEEPS = 25;

    private final double[][] matrix;
    private final double[] slope;
    private final double[] low;
    private final double[] high;
    private final double[] x;

    BoxedQuadratic(double[][] matrix, double[] slope, double[] low, double[] high) {
        this.matrix = matrix;
        this.slope = slope;
        this.low = low;
        this.high = high;
        this.x = new double[slope.length];
    }

    double[] lowest() {
        for (int round = 0; round < ROUNDS; round++) {
            jump();
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                sweep();
            }
        }
        return x;
    }

    /** How much lower a point is than 0. */
    double promise(double[] point) {
        double promise = 0;
        for (int row = 0; row < point.length; row++) {
            promise -= point[row] * (slope[row] + 0.5 * along(row, point));
        }
        return promise;
    }

    /** Goes to the minimum over the coordinates that are free, as far as the sides allow. */
    private void jump() {
        int size = x.length;
        double[] right = new double[size];
        double[][] part = new double[size][size];
        for (int row = 0; row < size; row++) {
            double pull = -slope[row] - along(row, x);
            boolean free = pull > 0 ? x[row] < high[row] : pull < 0 && x[row] > low[row];
            right[row] = free ? pull : 0;
            for (int column = 0; column < row; column++) {
                part[row][column] = matrix[row][column];
            }
            part[row][row] = free ? matrix[row][row] : Double.POSITIVE_INFINITY;
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                boolean held =
                        Double.isInfinite(part[row][row])
                                || Double.isInfinite(part[column][column]);
                part[row][column] = held && row != column ? 0 : part[row][column];
            }
        }
        for (int row = 0; row < size; row++) {
            part[row][row] = Double.isInfinite(part[row][row]) ? 1 : part[row][row];
        }
        double[] step = Cholesky.of(part).solve(right);
        double far = 1;
        for (int row = 0; row < size; row++) {
            if (step[row] > 0) {
                far = Math.min(far, (high[row] - x[row]) / step[row]);
            } else if (step[row] < 0) {
                far = Math.min(far, (low[row] - x[row]) / step[row]);
            }
        }
        for (int row = 0; row < size; row++) {
            x[row] = Math.min(high[row], Math.max(low[row], x[row] + far * step[row]));
        }
    }

    private void sweep() {
        for (int row = 0; row < x.length; row++) {
            if (matrix[row][row] > 0) {
                double best = x[row] - (slope[row] + along(row, x)) / matrix[row][row];
                x[row] = Math.min(high[row], Math.max(low[row], best));
            }
        }
    }

    private double along(int row, double[] point) {
        double sum = 0;
        double[] entries = matrix[row];
        for (int column = 0; column < point.length; column++) {
            sum += entries[column] * point[column];
        }
        return sum;
    }
}
