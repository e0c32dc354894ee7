package dev.marginal.uplift.evaluation;

/**
 * Points joined by straight lines.
 *
 * @param x ascending, from 0
 * @param y one per x
 */
public record Curve(double[] x, double[] y) {
    /** The area under the curve, by trapezoids. */
    public double area() {
        double area = 0;
        for (int point = 1; point < x.length; point++) {
            area += (x[point] - x[point - 1]) * (y[point] + y[point - 1]) / 2;
        }
        return area;
    }

    /** The area between the curve and the straight line from (0, 0) to its end. */
    public double areaOverDiagonal() {
        int last = x.length - 1;
        return area() - x[last] * y[last] / 2;
    }

    /**
     * The mean height over the places 0, 1, 2, … of the rows, where rows of one tie lie on the
     * straight line between the tie's ends.
     */
    double meanOverRows() {
        double sum = y[0];
        for (int point = 1; point < x.length; point++) {
            double rows = x[point] - x[point - 1];
            sum += rows * y[point - 1] + (y[point] - y[point - 1]) * (rows + 1) / 2;
        }
        return sum / (x[x.length - 1] + 1);
    }
}
