package dev.marginal.value.likelihood;

import java.util.function.ToDoubleFunction;

/**
 * Slope and curvature of a smooth function by central differences, in parameters of which a change
 * by one is large: {@code (f(x+h) − f(x−h)) / 2h} and {@code (f(x+h) − 2f(x) + f(x−h)) / h²}.
 *
 * @param slope the gradient
 * @param hessian symmetric
 */
record Curvature(double value, double[] slope, double[][] hessian) {
    private static final double STEP = 1e-3;
    private static final double SLOPE_STEP = 1e-4;

    static Curvature of(ToDoubleFunction<double[]> function, double[] at) {
        int size = at.length;
        double value = function.applyAsDouble(at);
        double[] slope = new double[size];
        double[][] hessian = new double[size][size];
        for (int i = 0; i < size; i++) {
            double up = function.applyAsDouble(moved(at, i, STEP, i, 0));
            double down = function.applyAsDouble(moved(at, i, -STEP, i, 0));
            slope[i] = slope(function, at, i);
            hessian[i][i] = (up - 2 * value + down) / (STEP * STEP);
            for (int j = 0; j < i; j++) {
                hessian[i][j] = mixed(function, at, i, j);
                hessian[j][i] = hessian[i][j];
            }
        }
        return new Curvature(value, slope, hessian);
    }

    private static double slope(ToDoubleFunction<double[]> function, double[] at, int i) {
        double up = function.applyAsDouble(moved(at, i, SLOPE_STEP, i, 0));
        double down = function.applyAsDouble(moved(at, i, -SLOPE_STEP, i, 0));
        return (up - down) / (2 * SLOPE_STEP);
    }

    private static double mixed(ToDoubleFunction<double[]> function, double[] at, int i, int j) {
        double same =
                function.applyAsDouble(moved(at, i, STEP, j, STEP))
                        + function.applyAsDouble(moved(at, i, -STEP, j, -STEP));
        double other =
                function.applyAsDouble(moved(at, i, STEP, j, -STEP))
                        + function.applyAsDouble(moved(at, i, -STEP, j, STEP));
        return (same - other) / (4 * STEP * STEP);
    }

    private static double[] moved(double[] at, int i, double byI, int j, double byJ) {
        double[] moved = at.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return moved;
    }
}
