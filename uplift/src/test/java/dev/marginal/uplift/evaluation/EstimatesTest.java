package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    @Test
    void a_mean_is_taken_within_each_replicate() {
        Estimates one = new Estimates(new double[] {9, 4}, new double[][] {{0, 1}, {0, 5}});
        Estimates other = new Estimates(new double[] {9, 8}, new double[][] {{0, 3}, {0, -5}});

        Estimates mean = Estimates.mean(List.of(one.only(1), other.only(1)));

        assertThat(mean.estimates()).containsExactly(6);
        assertThat(mean.replicates()).isDeepEqualTo(new double[][] {{2}, {0}});
    }
}
