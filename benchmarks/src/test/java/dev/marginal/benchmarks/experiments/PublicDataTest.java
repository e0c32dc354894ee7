package dev.marginal.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.CampaignHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PublicDataTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void hillstroms_arms_and_outcomes_are_the_known_ones() {
        need(PublicData.HILLSTROM);
        CampaignHistory history = PublicData.hillstrom(DATA, "visit");
        int[] womens = history.rowsOf(2);
        double visits = Arrays.stream(womens).mapToDouble(row -> history.gmv()[row]).sum();

        assertThat(history.rowsOf(0)).hasSize(21_306);
        assertThat(womens).hasSize(21_387);
        assertThat(visits / womens.length).isEqualTo(.151400, within(1e-6));
        assertThat(history.customers().names())
                .containsExactly(
                        "recency",
                        "history_segment",
                        "history",
                        "mens",
                        "womens",
                        "zip_code",
                        "newbie",
                        "channel");
    }

    @Test
    void sending_to_all_of_starbucks_loses_what_is_known() {
        need(PublicData.STARBUCKS);
        CampaignHistory history = PublicData.starbucks(DATA, 10);
        boolean[] everybody = new boolean[history.rows()];
        Arrays.fill(everybody, true);

        assertThat(history.customers().names()).hasSize(7).startsWith("V1");
        assertThat(StarbucksCase.netRevenue(history, everybody, .15))
                .isEqualTo(-2334.60, within(1e-6));
    }

    private static void need(String file) {
        Assumptions.assumeTrue(Files.exists(DATA.resolve(file)), "needs " + DATA.resolve(file));
    }
}
