package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final float[] VALUES = {3, -1, 4, 1, -5, 9, 2, 6};

    @Test
    void without_repeats_the_interval_is_the_usual_one() {
        Interval interval = mean(VALUES, new int[] {9, -3, 7, 4, 0, 11, 12, 5});
        double mean = 2.375;
        double variance = 0;
        for (float value : VALUES) {
            variance += (value - mean) * (value - mean) / 7;
        }

        assertThat(interval.estimate()).isEqualTo(mean, within(1e-12));
        assertThat(interval.high() - mean)
                .isEqualTo(1.959963984540054 * Math.sqrt(variance / 8), within(1e-12));
    }

    @Test
    void repeating_every_row_of_a_customer_does_not_narrow_the_interval() {
        int[] customer = IntStream.range(0, 16).map(row -> row / 2).toArray();
        float[] repeated = new float[16];
        IntStream.range(0, 16).forEach(row -> repeated[row] = VALUES[row / 2]);

        Interval twice = mean(repeated, customer);
        Interval once = mean(VALUES, IntStream.range(0, 8).toArray());

        assertThat(twice.low()).isEqualTo(once.low(), within(1e-9));
        assertThat(twice.high()).isEqualTo(once.high(), within(1e-9));
    }

    @Test
    void one_customer_has_no_interval() {
        assertThat(mean(VALUES, new int[8]).low()).isNaN();
    }

    private static Interval mean(float[] values, int[] group) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return Clusters.of(group).mean(values, ones, IntStream.range(0, values.length).toArray());
    }
}
