package dev.marginal.uplift.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NieWagerWorldTest {
    private static final int ROWS = 100_000;

    /** By numerical integrals. */
    @ParameterizedTest(name = "{0}: mean effect {1}, treated share {2}")
    @CsvSource({"A, .5, .5192", "B, .80606, .5", "C, 1, .5", "D, .1268, .3092"})
    void effects_and_shares_are_those_of_the_paper(
            NieWagerWorld world, double meanEffect, double treated) {
        PlantedHistory planted = world.history(1, ROWS);
        double mean = Arrays.stream(planted.truth().uplift()[0]).average().orElseThrow();
        double share = planted.history().rowsOf(1).length / (double) ROWS;

        assertThat(mean).isEqualTo(meanEffect, within(.02));
        assertThat(share).isEqualTo(treated, within(.005));
    }

    @ParameterizedTest
    @EnumSource
    void outcomes_average_to_the_truth_with_noise_of_one(NieWagerWorld world) {
        PlantedHistory planted = world.history(2, ROWS);
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            double error = planted.history().gmv()[row] - expected(planted, row);
            sum += error;
            squares += error * error;
        }

        assertThat(sum / ROWS).isEqualTo(0, within(.015));
        assertThat(squares / ROWS).isEqualTo(1, within(.02));
    }

    @ParameterizedTest
    @EnumSource
    void weighting_by_the_logged_propensities_removes_the_confounding(NieWagerWorld world) {
        PlantedHistory planted = world.history(3, ROWS);
        CampaignHistory history = planted.history();
        double[] sums = new double[2];
        double[] weights = new double[2];
        double truth = 0;
        for (int row = 0; row < ROWS; row++) {
            double weight = 1 / history.propensity()[row];
            sums[history.arm()[row]] += weight * history.gmv()[row];
            weights[history.arm()[row]] += weight;
            truth += planted.truth().uplift()[0][row] / ROWS;
        }

        assertThat(sums[1] / weights[1] - sums[0] / weights[0]).isEqualTo(truth, within(.05));
    }

    @Test
    void nobody_of_the_audience_is_in_the_history_and_a_longer_history_begins_with_the_shorter() {
        float[] past = first(NieWagerWorld.A.history(1, 100).history());
        float[] longer = first(NieWagerWorld.A.history(1, 300).history());
        NumberColumn future =
                (NumberColumn) NieWagerWorld.A.audience(1, 100).customers().features().get(0);

        assertThat(future.values()).doesNotContain(past);
        assertThat(Arrays.copyOf(longer, 100)).isEqualTo(past);
    }

    @Test
    void the_truth_says_how_often_an_outcome_is_above_zero() {
        PlantedHistory planted = NieWagerWorld.B.history(4, ROWS);
        int[] treated = planted.history().rowsOf(1);
        double orders =
                IntStream.of(treated).filter(row -> planted.history().gmv()[row] > 0).count();
        double expected =
                IntStream.of(treated)
                        .mapToDouble(row -> planted.truth().orderProbability()[0][row])
                        .sum();

        assertThat(orders / expected).isEqualTo(1, within(.02));
    }

    private static double expected(PlantedHistory planted, int row) {
        return planted.truth().baseline()[row]
                + planted.history().arm()[row] * planted.truth().uplift()[0][row];
    }

    private static float[] first(CampaignHistory history) {
        return ((NumberColumn) history.customers().features().get(0)).values();
    }
}
