package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NuisancesTest extends LearnerContract {
    @Test
    void a_lottery_says_who_is_treated() {
        CampaignHistory history = WORLD.history(600).history();
        ModelBuilder model = new ModelBuilder(history, SETTINGS, EXECUTION);

        double[] share = new Nuisances(model).treatedShare(2, model.pair(2));

        assertThat(Nuisances.isLottery(history, 2)).isTrue();
        assertThat(share).hasSize(model.pair(2).length).containsOnly(.5);
    }

    @Test
    void of_two_arms_the_logged_propensity_says_it() {
        CampaignHistory history =
                WORLD.withArms(new Arm("push", 1)).withConfounding().history(600).history();
        ModelBuilder model = new ModelBuilder(history, SETTINGS, EXECUTION);

        double[] share = new Nuisances(model).treatedShare(1, model.pair(1));

        for (int row = 0; row < 600; row++) {
            double propensity = history.propensity()[row];
            assertThat(share[row]).isEqualTo(history.arm()[row] == 1 ? propensity : 1 - propensity);
        }
    }

    @Test
    void of_more_arms_it_is_estimated_from_the_features() {
        CampaignHistory history = WORLD.withConfounding().history(6_000).history();
        ModelBuilder model = new ModelBuilder(history, SETTINGS, EXECUTION);
        int[] pair = model.pair(1);

        double[] share = new Nuisances(model).treatedShare(1, pair);

        double ofTreated = mean(share, pair, history, 1);
        double ofControl = mean(share, pair, history, 0);
        assertThat(ofTreated - ofControl).isBetween(.1, .4);
        assertThat(Arrays.stream(share).average().orElseThrow())
                .isEqualTo(history.rowsOf(1).length / (double) pair.length, within(.02));
    }

    @Test
    void all_rows_of_a_customer_are_dealt_alike() {
        Draw draw = new Draw(new int[] {4, 7, 4}, 1);

        assertThat(draw.of(0)).isEqualTo(draw.of(2)).isNotEqualTo(draw.of(1));
        int[] many = new int[10_000];
        Arrays.setAll(many, row -> row);
        assertThat(new Draw(many, 1).rows(0, .7).length).isBetween(6_800, 7_200);
    }

    private static double mean(double[] share, int[] pair, CampaignHistory history, int arm) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < pair.length; i++) {
            if (history.arm()[pair[i]] == arm) {
                sum += share[i];
                count++;
            }
        }
        return sum / count;
    }
}
