package dev.marginal.uplift.propensities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int ROWS = 20_000;
    private static final int[] ALL = IntStream.range(0, ROWS).toArray();
    private static final double[] EQUAL = filled(1);

    @Test
    void predictions_twice_too_sure_are_taken_back() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] predicted = new float[3][ROWS];
        double[][] truth = new double[3][ROWS];
        int[] arm = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double[] p = softmax(random.nextDouble() - 0.5, random.nextDouble() - 0.5, 0.3);
            double[] sure = softmax(2 * Math.log(p[0]), 2 * Math.log(p[1]) + 1, 2 * Math.log(p[2]));
            for (int a = 0; a < 3; a++) {
                truth[a][row] = p[a];
                predicted[a][row] = (float) sure[a];
            }
            double draw = random.nextDouble();
            arm[row] = draw < p[0] ? 0 : draw < p[0] + p[1] ? 1 : 2;
        }

        Calibration calibration = Calibration.of(predicted, arm, EQUAL, ALL);

        for (int row = 0; row < 100; row++) {
            double[] calibrated = calibration.calibrated(predicted, row);
            assertThat(Arrays.stream(calibrated).sum()).isEqualTo(1, within(1e-12));
            for (int a = 0; a < 3; a++) {
                assertThat(calibrated[a]).isEqualTo(truth[a][row], within(0.03));
            }
        }
    }

    @Test
    void a_few_rows_hardly_move_anything() {
        float[][] predicted = {{.5f, .5f}, {.5f, .5f}};

        Calibration calibration =
                Calibration.of(predicted, new int[] {1, 1}, new double[] {1, 1}, new int[] {0, 1});

        assertThat(calibration.calibrated(predicted, 0)[1]).isBetween(0.5, 0.7);
    }

    @Test
    void mean_probabilities_become_the_arms_shares() {
        SplittableRandom random = new SplittableRandom(4);
        float[][] predicted = new float[2][ROWS];
        int[] arm = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            predicted[1][row] = (float) (0.1 + 0.8 * random.nextDouble());
            predicted[0][row] = 1 - predicted[1][row];
            arm[row] = random.nextInt(10) == 0 ? 1 : 0;
        }

        Calibration calibration = Calibration.of(predicted, arm, EQUAL, ALL);

        double mean =
                Arrays.stream(ALL)
                        .mapToDouble(row -> calibration.calibrated(predicted, row)[1])
                        .average()
                        .orElseThrow();
        assertThat(mean).isEqualTo(Arrays.stream(arm).average().orElseThrow(), within(1e-3));
        assertThat(calibration.calibrated(predicted, 0)[1]).isBetween(0.07, 0.13);
    }

    private static double[] softmax(double... odds) {
        double[] p = Arrays.stream(odds).map(Math::exp).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(one -> one / sum).toArray();
    }

    private static double[] filled(double value) {
        double[] values = new double[ROWS];
        Arrays.fill(values, value);
        return values;
    }
}
