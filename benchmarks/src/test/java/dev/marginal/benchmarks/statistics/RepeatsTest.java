package dev.marginal.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.Interval;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Repeats OURS = new Repeats(new double[] {3, 5, 4});
    private static final Repeats THEIRS = new Repeats(new double[] {1, 2, 3});

    @Test
    void an_interval_of_differences_is_students() {
        Interval lead = OURS.lead(THEIRS, 0);

        // Differences 2, 3, 1: mean 2, deviation 1; t of 2 degrees at .975 is 4.302653.
        assertThat(lead.estimate()).isEqualTo(2);
        assertThat(lead.low()).isEqualTo(2 - 4.302653 / Math.sqrt(3), within(1e-5));
        assertThat(lead.high()).isEqualTo(2 + 4.302653 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void splits_that_overlap_widen_it() {
        Interval lead = OURS.lead(THEIRS, 1);

        assertThat(lead.high()).isEqualTo(2 + 4.302653 * Math.sqrt(1 / 3.0 + 1), within(1e-5));
    }

    @Test
    void one_repeat_says_nothing_of_the_spread() {
        Repeats one = new Repeats(new double[] {2});

        assertThat(one.mean()).isEqualTo(2);
        assertThat(one.deviation()).isNaN();
        assertThat(one.interval(0).excludesZero()).isFalse();
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(new Repeats(new double[] {9, 1, 4, 2}).median()).isEqualTo(3);
        assertThat(OURS.median()).isEqualTo(4);
    }

    @Test
    void unequal_numbers_of_repeats_are_no_pairs() {
        assertThatThrownBy(() -> OURS.lead(new Repeats(new double[] {1}), 0))
                .hasMessage("pairs (1) must be 3.");
    }

    @Test
    void a_proportions_interval_is_clopper_and_pearsons() {
        Interval share = Proportion.of(190, 200);

        assertThat(share.estimate()).isEqualTo(.95);
        assertThat(share.low()).isEqualTo(.9100, within(5e-4));
        assertThat(share.high()).isEqualTo(.9758, within(5e-4));
        assertThat(Proportion.of(0, 10).low()).isZero();
        assertThat(Proportion.of(10, 10).high()).isEqualTo(1);
    }
}
