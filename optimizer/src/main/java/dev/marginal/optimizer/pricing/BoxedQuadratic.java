package dev.marginal.optimizer.pricing;

/**
 * Minimises {@code slope·x + ½ xᵀ H x} over {@code low ≤ x ≤ high}, low ≤ 0 ≤ high, for a positive
 * definite H: solves for the coordinates that no side holds, then improves one coordinate after the
 * other, and so on. The result is never worse than 0.
 */
final class BoxedQuadratic {
    private static final int ROUNDS = 3;
    private static final int SWEEPS = 15;

    private final double[][] matrix;
    private final double[] slope;
    private final double[] low;
    private final double[] high;
    private final int[][] entries;
    private final double[] x;

    BoxedQuadratic(double[][] matrix, double[] slope, double[] low, double[] high) {
        this.matrix = matrix;
        this.slope = slope;
        this.low = low;
        this.high = high;
        this.entries = new int[slope.length][];
        this.x = new double[slope.length];
        for (int row = 0; row < entries.length; row++) {
            entries[row] = entries(matrix[row]);
        }
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

    /** Goes towards the minimum over the coordinates that are free, as far as the sides allow. */
    private void jump() {
        int size = x.length;
        double[] right = new double[size];
        boolean[] free = new boolean[size];
        for (int row = 0; row < size; row++) {
            double pull = -slope[row] - along(row, x);
            free[row] = pull > 0 ? x[row] < high[row] : pull < 0 && x[row] > low[row];
            right[row] = free[row] ? pull : 0;
        }
        double[] step = Cholesky.of(among(free)).solve(right);
        double far = 1;
        for (int row = 0; row < size; row++) {
            double room = step[row] > 0 ? high[row] - x[row] : low[row] - x[row];
            far = step[row] != 0 ? Math.min(far, room / step[row]) : far;
        }
        for (int row = 0; row < size; row++) {
            x[row] = within(row, x[row] + far * step[row]);
        }
    }

    private double[][] among(boolean[] free) {
        double[][] part = new double[free.length][free.length];
        for (int row = 0; row < free.length; row++) {
            for (int column : entries[row]) {
                part[row][column] = free[row] && free[column] ? matrix[row][column] : 0;
            }
            part[row][row] = free[row] ? matrix[row][row] : 1;
        }
        return part;
    }

    private void sweep() {
        for (int row = 0; row < x.length; row++) {
            if (matrix[row][row] > 0) {
                x[row] = within(row, x[row] - (slope[row] + along(row, x)) / matrix[row][row]);
            }
        }
    }

    private double within(int row, double point) {
        return Math.min(high[row], Math.max(low[row], point));
    }

    private double along(int row, double[] point) {
        double sum = 0;
        for (int column : entries[row]) {
            sum += matrix[row][column] * point[column];
        }
        return sum;
    }

    private static int[] entries(double[] row) {
        int count = 0;
        for (double entry : row) {
            count += entry != 0 ? 1 : 0;
        }
        int[] entries = new int[count];
        int at = 0;
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0) {
                entries[at++] = column;
            }
        }
        return entries;
    }
}
