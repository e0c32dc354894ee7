package dev.marginal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void minus_is_a_minus_sign() {
        assertThat(Numbers.fixed(-1_234.5)).isEqualTo("−1,234.50");
        assertThat(Numbers.small(-.01234)).isEqualTo("−0.0123");
        assertThat(Numbers.tenths(-2.25)).isEqualTo("−2.3");
    }

    @Test
    void cents_count_below_a_hundred_only() {
        assertThat(Numbers.amount(99.5)).isEqualTo("99.50");
        assertThat(Numbers.amount(1_234.56)).isEqualTo("1,235");
        assertThat(Numbers.amount(-0.0)).isEqualTo("0");
    }

    @Test
    void three_digits_count_whatever_the_size() {
        assertThat(Numbers.small(123_456)).isEqualTo("123,000");
        assertThat(Numbers.small(.000123456)).isEqualTo("0.000123");
        assertThat(Numbers.small(0)).isEqualTo("0");
        assertThat(Numbers.small(Double.NaN)).isEqualTo("unknown");
    }
}
