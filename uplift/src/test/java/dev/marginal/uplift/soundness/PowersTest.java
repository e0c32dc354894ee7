package dev.marginal.uplift.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Power;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class PowersTest {
    private static final int ROWS = 800;

    @Test
    void the_smallest_effect_is_that_of_the_textbook() {
        CampaignHistory history = history(5, 0.3);

        Power power = Powers.of(history).get(0);

        double[] treated = outcomes(history, 1);
        double[] control = outcomes(history, 0);
        double error =
                Math.sqrt(
                        new Variance().evaluate(treated) / treated.length
                                + new Variance().evaluate(control) / control.length);
        assertThat(power.error()).isCloseTo(error, within(1e-12));
        assertThat(power.smallest()).isCloseTo((1.959963985 + 0.841621234) * error, within(1e-8));
        assertThat(power.effect()).isCloseTo(mean(treated) - mean(control), within(1e-12));
    }

    @Test
    void an_effect_of_the_smallest_size_is_found_four_times_in_five() {
        double smallest = 2.801585 * Math.sqrt(4.0 / (ROWS / 2.0) * 2);
        int found = 0;
        for (int seed = 101; seed < 1101; seed++) {
            CampaignHistory history = history(seed, smallest);
            found += new TTest().tTest(outcomes(history, 1), outcomes(history, 0)) < 0.05 ? 1 : 0;
        }

        assertThat(found).isBetween(760, 840);
    }

    @Test
    void half_an_effect_takes_four_times_the_rows() {
        Power power = Powers.of(history(5, 0.3)).get(0);

        assertThat(power.rowsToSee(power.smallest())).isEqualTo(ROWS);
        assertThat(power.rowsToSee(power.smallest() / 2)).isEqualTo(4 * ROWS);
    }

    @Test
    void rows_that_stand_twice_for_a_customer_show_no_more() {
        CampaignHistory once = history(5, 0.3);
        int[] twice = new int[2 * ROWS];
        Arrays.setAll(twice, row -> row / 2);

        Power doubled = Powers.of(once.select(twice)).get(0);

        assertThat(doubled.error()).isCloseTo(Powers.of(once).get(0).error(), within(1e-12));
    }

    private static CampaignHistory history(long seed, double effect) {
        Random random = new Random(seed);
        int[] arm = new int[ROWS];
        double[] gmv = new double[ROWS];
        int[] group = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            arm[row] = row % 2;
            gmv[row] = 2 * random.nextGaussian() + arm[row] * effect;
            group[row] = row;
        }
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        double[] half = new double[ROWS];
        Arrays.fill(half, 0.5);
        Customers customers = new Customers(ROWS, List.of(new NumberColumn("x", new float[ROWS])));
        return new CampaignHistory(
                customers, List.of("push"), arm, gmv, ones, half, group, "fingerprint");
    }

    private static double[] outcomes(CampaignHistory history, int arm) {
        return Arrays.stream(history.rowsOf(arm)).mapToDouble(row -> history.gmv()[row]).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
