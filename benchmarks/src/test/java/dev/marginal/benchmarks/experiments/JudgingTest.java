package dev.marginal.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.NieWagerWorld;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final int[] ARM = {1, 0, 1, 0};
    private static final double[] BROUGHT = {10, 10, 0, 0};

    private static CampaignHistory history(Column... features) {
        double[] half = {.5, .5, .5, .5};
        return new CampaignHistory(
                new Customers(4, List.of(features)),
                List.of("Yes"),
                ARM,
                BROUGHT,
                new double[] {1, 1, 1, 1},
                half,
                new int[] {0, 1, 2, 3},
                "tiny");
    }

    @Test
    void net_revenue_counts_only_those_sent_to() {
        CampaignHistory history = history();

        assertThat(StarbucksCase.netRevenue(history, new boolean[] {true, true, true, true}, .15))
                .isEqualTo(-.3, within(1e-12));
        assertThat(StarbucksCase.netRevenue(history, new boolean[] {true, false, true, false}, .15))
                .isEqualTo(9.7, within(1e-12));
        assertThat(StarbucksCase.netRevenue(history, new boolean[4], .15)).isZero();
    }

    @Test
    void doubly_robust_effects_without_any_model_weigh_outcomes_by_propensities() {
        UpliftScores nothing =
                new UpliftScores(List.of("Yes"), new float[1][4], new float[1][4], new float[4]);

        assertThat(HillstromCase.doublyRobust(history(), nothing)[0])
                .containsExactly(20, -20, 0, 0);
    }

    @Test
    void doubly_robust_effects_of_a_perfect_model_are_its_own() {
        float[] baseline = {3, 10, 5, 0};
        UpliftScores perfect =
                new UpliftScores(
                        List.of("Yes"), new float[][] {{7, 1, -5, 2}}, new float[1][4], baseline);

        assertThat(HillstromCase.doublyRobust(history(), perfect)[0]).containsExactly(7, 1, -5, 2);
    }

    @Test
    void halves_share_no_row_and_miss_none() {
        Halves halves = Halves.of(NieWagerWorld.A.history(1, 101).history(), 7);
        int[] rows = new int[101];
        System.arraycopy(halves.learnt().group(), 0, rows, 0, 50);
        System.arraycopy(halves.judged().group(), 0, rows, 50, 51);

        assertThat(halves.learnt().rows()).isEqualTo(50);
        assertThat(Arrays.stream(rows).distinct().count()).isEqualTo(101);
        assertThat(Halves.of(NieWagerWorld.A.history(1, 101).history(), 8).learnt().group())
                .isNotEqualTo(halves.learnt().group());
    }

    @Test
    void the_best_single_feature_is_turned_the_better_way_round() {
        NumberColumn noise = new NumberColumn("noise", new float[] {1, 1, 1, 1});
        NumberColumn low = new NumberColumn("low", new float[] {1, 9, 2, 8});
        CampaignHistory history = history(noise, low);

        assertThat(SingleFeature.best(history, 0).scores(history.customers()))
                .containsExactly(-1, -9, -2, -8);
    }

    @Test
    void a_category_ranks_by_the_effects_of_its_words() {
        CategoryColumn words =
                new CategoryColumn("words", new int[] {1, 0, 1, 0}, List.of("bad", "good"));
        CampaignHistory history = history(words);

        double[] scores = SingleFeature.best(history, 0).scores(history.customers());
        assertThat(scores[0]).isGreaterThanOrEqualTo(scores[1]).isEqualTo(scores[2]);
    }
}
