package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FutureBandsTest {
    @Test
    void ten_bands_have_a_tenth_of_the_customers_each() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7) % 1000;
        }

        FutureBands bands = FutureBands.of(values);

        assertThat(bands.count()).isEqualTo(10);
        for (int band = 0; band < 10; band++) {
            int wanted = band;
            assertThat(IntStream.of(bands.of()).filter(one -> one == wanted).count())
                    .isEqualTo(100);
            assertThat(bands.mean()[band]).isEqualTo(100 * band + 49.5);
        }
    }

    @Test
    void customers_with_equal_values_are_in_one_band() {
        float[] values = {0, 0, 0, 0, 0, 0, 0, 5};

        FutureBands bands = FutureBands.of(values);

        assertThat(bands.mean()).containsExactly(0, 5);
        assertThat(bands.of()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void one_customer_is_one_band() {
        assertThat(FutureBands.of(new float[] {3}).mean()).containsExactly(3);
    }
}
