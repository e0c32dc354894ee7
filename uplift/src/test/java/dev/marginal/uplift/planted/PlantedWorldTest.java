package dev.marginal.uplift.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedWorldTest {
    private static final PlantedWorld WORLD = PlantedWorld.randomised(1);

    @Test
    void the_world_is_the_one_described() {
        PlantedHistory one = WORLD.withArms(new Arm("coupon", 1)).history(200_000);
        double[] uplift = one.truth().uplift()[0];
        double mean = Arrays.stream(uplift).average().orElseThrow();
        double variance =
                Arrays.stream(uplift).map(u -> (u - mean) * (u - mean)).average().orElseThrow();
        double orders = Arrays.stream(one.history().gmv()).filter(y -> y > 0).count() / 200_000.0;

        assertThat(orders).isEqualTo(.147, within(.005));
        assertThat(mean).isEqualTo(.84, within(.03));
        assertThat(Math.sqrt(variance)).isEqualTo(1.39, within(.05));
    }

    @Test
    void outcomes_average_to_the_closed_form() {
        PlantedHistory planted = WORLD.history(400_000);
        double[] measured = new double[4];
        double[] expected = new double[4];
        double[] orders = new double[4];
        double[] ordersExpected = new double[4];
        int[] rows = new int[4];
        for (int row = 0; row < planted.history().rows(); row++) {
            int arm = planted.history().arm()[row];
            double effect = arm == 0 ? 0 : planted.truth().uplift()[arm - 1][row];
            measured[arm] += planted.history().gmv()[row];
            expected[arm] += planted.truth().baseline()[row] + effect;
            orders[arm] += planted.history().gmv()[row] > 0 ? 1 : 0;
            ordersExpected[arm] += arm == 0 ? 0 : planted.truth().orderProbability()[arm - 1][row];
            rows[arm]++;
        }
        for (int arm = 0; arm < 4; arm++) {
            assertThat(rows[arm]).isBetween(98_500, 101_500);
            assertThat(measured[arm] / expected[arm]).isEqualTo(1, within(.05));
        }
        assertThat(orders[3] / ordersExpected[3]).isEqualTo(1, within(.02));
    }

    @Test
    void a_longer_history_begins_with_the_shorter() {
        CampaignHistory shorter = WORLD.withMissing(.2).history(50).history();
        CampaignHistory longer = WORLD.withMissing(.2).history(500).history();
        CampaignHistory beginning = longer.select(IntStream.range(0, 50).toArray());

        assertThat(beginning.gmv()).isEqualTo(shorter.gmv());
        assertThat(beginning.arm()).isEqualTo(shorter.arm());
        assertThat(((NumberColumn) beginning.customers().features().get(3)).values())
                .isEqualTo(((NumberColumn) shorter.customers().features().get(3)).values());
    }

    @Test
    void nobody_of_the_audience_is_in_the_history() {
        NumberColumn past =
                (NumberColumn) WORLD.history(50).history().customers().features().get(0);
        NumberColumn future = (NumberColumn) WORLD.audience(50).customers().features().get(0);

        assertThat(future.values()).doesNotContain(past.values());
    }

    @Test
    void a_confounded_world_logs_its_propensities() {
        PlantedHistory planted = WORLD.withConfounding().history(100_000);
        CampaignHistory history = planted.history();
        double inverse = 0;
        for (int row = 0; row < history.rows(); row++) {
            double least = history.arm()[row] == 0 ? .05 : .05 / 3;
            double most = history.arm()[row] == 0 ? .95 : .95 / 3;
            assertThat(history.propensity()[row]).isBetween(least - 1e-9, most + 1e-9);
            inverse += history.arm()[row] == 0 ? 1 / history.propensity()[row] : 0;
        }

        assertThat(inverse / history.rows()).isEqualTo(1, within(.03));
    }

    @Test
    void regions_are_quarters_and_missing_cells_have_their_share() {
        CampaignHistory history = WORLD.withRegions().withMissing(.1).history(20_000).history();
        CategoryColumn region = (CategoryColumn) history.customers().features().get(10);
        float[] loyalty = ((NumberColumn) history.customers().features().get(0)).values();
        long missing = IntStream.range(0, 20_000).filter(i -> Float.isNaN(loyalty[i])).count();

        assertThat(region.words()).containsExactly("east", "north", "south", "west");
        for (int code = 0; code < 4; code++) {
            int quarter = code;
            assertThat(Arrays.stream(region.codes()).filter(c -> c == quarter).count())
                    .isBetween(4_700L, 5_300L);
        }
        assertThat(missing).isBetween(1_850L, 2_150L);
    }

    @Test
    void stronger_coupons_earn_more_on_average() {
        PlantedCustomers audience = WORLD.audience(20_000);
        double[] means =
                Arrays.stream(audience.uplift())
                        .mapToDouble(uplift -> Arrays.stream(uplift).average().orElseThrow())
                        .toArray();

        assertThat(means).isSorted();
        assertThat(means[0]).isPositive();
    }

    @Test
    void a_world_without_arms_is_refused() {
        assertThatThrownBy(() -> WORLD.withArms()).hasMessage("arms ([]) must be at least one.");
        assertThatThrownBy(() -> WORLD.withMissing(1))
                .hasMessage("missingShare (1.0) must be in [0, 1).");
    }
}
