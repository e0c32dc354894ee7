package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(3, 400, new Execution(2));

    @Test
    void every_replicate_sees_half_of_the_customers() {
        double[] seen = new double[1_000];
        Estimates estimates =
                BOOTSTRAP.run(new double[] {0}, times -> new double[] {sum(times)}, seen.length);

        assertThat(Arrays.stream(estimates.replicates()).mapToDouble(r -> r[0])).containsOnly(500.);
    }

    @Test
    void an_odd_customer_counts_in_half_of_the_replicates() {
        Estimates estimates =
                BOOTSTRAP.run(new double[] {0}, times -> new double[] {sum(times)}, 7);

        assertThat(Arrays.stream(estimates.replicates()).mapToDouble(r -> r[0]).average())
                .hasValueCloseTo(3.5, within(.1));
    }

    @Test
    void the_standard_error_of_a_mean_is_the_usual_one_even_if_customers_are_sorted() {
        double[] values = new SplittableRandom(1).doubles(4_000).sorted().toArray();

        Estimates estimates =
                BOOTSTRAP.run(new double[] {0}, times -> new double[] {mean(values, times)}, 4_000);

        double usual = Math.sqrt(1 / 12. / 4_000);
        assertThat(estimates.standardError(0)).isEqualTo(usual, within(.1 * usual));
    }

    private static double sum(byte[] times) {
        double sum = 0;
        for (byte each : times) {
            sum += each;
        }
        return sum;
    }

    private static double mean(double[] values, byte[] times) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
        }
        return sum / sum(times);
    }
}
