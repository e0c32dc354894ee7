package dev.marginal.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What latencies and memory come to. */
class FiguresOfServingTest {
    @Test
    void a_quantile_is_the_least_time_within_which_that_share_was_answered() {
        Latencies hundred = new Latencies(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(hundred.quantile(0.5)).isEqualTo(50);
        assertThat(hundred.quantile(0.99)).isEqualTo(99);
        assertThat(hundred.quantile(0.995)).isEqualTo(100);
        assertThat(new Latencies(new double[] {7}).quantile(0.99)).isEqualTo(7);
        assertThat(new Latencies(new double[0]).quantile(0.5)).isNaN();
    }

    @Test
    void memory_that_rises_by_a_byte_a_second_rises_by_sixty_a_minute() {
        Memory rising =
                new Memory(
                        IntStream.range(0, 30)
                                .mapToObj(second -> new Memory.Sample(second, 1_000 + second))
                                .toList());

        assertThat(rising.perMinute()).isCloseTo(60, within(1e-9));
        assertThat(rising.after(10).least()).isEqualTo(1_010);
    }
}
