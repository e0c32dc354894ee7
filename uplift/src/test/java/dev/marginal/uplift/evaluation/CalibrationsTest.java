package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationsTest {
    private static final int ROWS = 5_000;
    private static final float[] SCORE = new float[ROWS];
    private static final float[] EFFECT = new float[ROWS];
    private static final double[] ONES = new double[ROWS];

    static {
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < ROWS; row++) {
            SCORE[row] = (float) random.nextDouble();
            EFFECT[row] = (float) (3 + SCORE[row] + 10 * (random.nextDouble() - .5));
        }
        Arrays.fill(ONES, 1);
    }

    @Test
    void scores_of_the_right_size_have_slope_one_whatever_their_level() {
        assertThat(slope(1).low()).isLessThan(1);
        assertThat(slope(1).high()).isGreaterThan(1);
    }

    @Test
    void the_interval_is_that_of_robust_least_squares() {
        double bread = Arrays.stream(ONES).count() / 12.;
        double standardError = Math.sqrt(100 / 12. * bread) / bread;

        assertThat((slope(1).high() - slope(1).low()) / 2)
                .isEqualTo(1.96 * standardError, within(.05 * standardError));
    }

    @Test
    void scores_twice_too_large_have_half_the_slope() {
        assertThat(slope(2).estimate()).isEqualTo(slope(1).estimate() / 2, within(1e-6));
        assertThat(slope(2).high()).isEqualTo(slope(1).high() / 2, within(1e-6));
    }

    @Test
    void equal_scores_have_no_slope() {
        assertThat(slope(0).estimate()).isNaN();
    }

    @Test
    void columns_have_intercepts_of_their_own() {
        float[] higher = new float[ROWS];
        float[] same = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            higher[row] = SCORE[row] + 50;
            same[row] = EFFECT[row];
        }
        int[] customer = IntStream.range(0, ROWS).toArray();

        Interval both =
                Calibrations.slope(
                        new float[][] {SCORE, higher},
                        new float[][] {EFFECT, same},
                        ONES,
                        Clusters.of(customer));

        assertThat(both.estimate()).isEqualTo(slope(1).estimate(), within(1e-4));
        assertThat(both.low())
                .as("the same rows twice say no more than once")
                .isEqualTo(slope(1).low(), within(1e-3));
    }

    @Test
    void the_expected_error_by_hand() {
        float[] score = {4, 3, 2, 1};
        float[] effect = {5, 4, 0, 1};
        double[] weight = {1, 1, 1, 1};

        assertThat(Calibrations.error(score, effect, weight, Ranking.by(score), 2))
                .as("|4.5 - 3.5| and |0.5 - 1.5|")
                .isEqualTo(1);
        assertThat(Calibrations.error(score, effect, weight, Ranking.by(score), 4))
                .isEqualTo((1 + 1 + 2 + 0) / 4.);
    }

    private static Interval slope(double boast) {
        float[] boasted = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boasted[row] = (float) (boast * SCORE[row]);
        }
        int[] customer = IntStream.range(0, ROWS).toArray();
        return Calibrations.slope(
                new float[][] {boasted}, new float[][] {EFFECT}, ONES, Clusters.of(customer));
    }
}
