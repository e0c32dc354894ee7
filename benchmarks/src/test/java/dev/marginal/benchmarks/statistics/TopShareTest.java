package dev.marginal.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.evaluation.Ranking;
import org.junit.jupiter.api.Test;

class TopShareTest {
    private static final double[] VALUES = {1, 10, 100, 1000};

    @Test
    void the_best_by_score_are_added_up() {
        Ranking ranking = Ranking.by(new double[] {4, 3, 2, 1});

        assertThat(TopShare.sum(VALUES, ranking, .5)).isEqualTo(11);
        assertThat(TopShare.sum(VALUES, ranking, 1)).isEqualTo(1111);
    }

    @Test
    void of_equal_scores_everybody_is_in_with_the_same_probability() {
        assertThat(TopShare.sum(VALUES, Ranking.by(new double[4]), .5))
                .isEqualTo(555.5, within(1e-9));
        assertThat(TopShare.sum(VALUES, Ranking.by(new double[] {9, 1, 1, 1}), .5))
                .isEqualTo(1 + 1110 / 3.0, within(1e-9));
    }
}
