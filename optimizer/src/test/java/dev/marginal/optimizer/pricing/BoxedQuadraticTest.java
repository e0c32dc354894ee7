package dev.marginal.optimizer.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxedQuadraticTest {
    private static final int SIZE = 30;

    @Test
    void factors_solve_what_they_were_made_of() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            double[][] matrix = arrow(random);
            double[] x = numbers(random);
            double[] right = times(matrix, x);
            assertThat(Cholesky.of(matrix).solve(right)).containsExactly(x, within(1e-7));
        }
    }

    @Test
    void no_move_of_one_coordinate_goes_lower_inside_the_box() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 50; trial++) {
            double[][] matrix = arrow(random);
            double[] slope = numbers(random);
            double[] low = new double[SIZE];
            double[] high = new double[SIZE];
            for (int row = 0; row < SIZE; row++) {
                low[row] = -0.3 * random.nextInt(3) * random.nextDouble();
                high[row] = 0.3 * random.nextInt(3) * random.nextDouble();
            }
            double[] x = new BoxedQuadratic(matrix, slope, low, high).lowest();
            double[] pull = times(matrix, x);
            for (int row = 0; row < SIZE; row++) {
                assertThat(x[row]).isBetween(low[row], high[row]);
                double up = slope[row] + pull[row];
                assertThat(up > -1e-4 || x[row] == high[row]).as("row %d up", row).isTrue();
                assertThat(up < 1e-4 || x[row] == low[row]).as("row %d down", row).isTrue();
            }
        }
    }

    /** Rows of their own, tied together by the first one: as segments are by a budget. */
    private static double[][] arrow(SplittableRandom random) {
        double[][] matrix = new double[SIZE][SIZE];
        for (int row = 1; row < SIZE; row++) {
            matrix[row][row] = 0.5 + random.nextDouble();
            matrix[row][0] = 0.3 * random.nextDouble();
            matrix[0][row] = matrix[row][0];
        }
        matrix[0][0] = SIZE;
        return matrix;
    }

    private static double[] numbers(SplittableRandom random) {
        double[] numbers = new double[SIZE];
        Arrays.setAll(numbers, row -> random.nextDouble() - 0.5);
        return numbers;
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[SIZE];
        Arrays.setAll(
                product,
                row -> {
                    double sum = 0;
                    for (int column = 0; column < SIZE; column++) {
                        sum += matrix[row][column] * x[column];
                    }
                    return sum;
                });
        return product;
    }
}
