package dev.marginal.value.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RanksTest {
    private static final double[] TRUTH = {0, 0, 0, 10, 30, 0, 5, 5};

    @Test
    void a_perfect_order_has_gini_one_and_its_reverse_is_below_chance() {
        double[] reversed = new double[TRUTH.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = -TRUTH[i];
        }

        assertThat(Ranks.of(TRUTH, TRUTH).normalisedGini()).isEqualTo(1, within(1e-12));
        assertThat(Ranks.of(TRUTH, TRUTH).spearman()).isEqualTo(1, within(1e-12));
        assertThat(Ranks.of(reversed, TRUTH).normalisedGini()).isNegative();
        assertThat(Ranks.of(reversed, TRUTH).spearman()).isEqualTo(-1, within(1e-12));
    }

    @Test
    void equal_predictions_say_nothing_whatever_the_order_of_rows() {
        double[] flat = new double[TRUTH.length];

        assertThat(Ranks.of(flat, TRUTH).spearman()).isNaN();
        // chance by this convention is 1/n before it is normalised
        assertThat(Ranks.of(flat, TRUTH).normalisedGini())
                .isEqualTo((1. / 8) / (2 * (30 + 40 + 45 + 50 * 5) / 50. / 8 - 1), within(1e-12));
    }

    @Test
    void predictions_that_are_no_number_come_last_as_equals() {
        double[] predicted = {Double.NaN, 1, Double.NaN};

        assertThat(Descending.of(predicted, new double[] {1, 5, 3}).actual())
                .containsExactly(5, 2, 2);
    }
}
