package dev.marginal.benchmarks.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.learners.Learners;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BareWorkTest {
    private static final LearnerSettings SETTINGS =
            LearnerSettings.quick().withBags(2).withPatience(10);

    private static CampaignHistory history;
    private static ModelParts parts;

    @BeforeAll
    static void fit() {
        history = BigHistory.of(1, 2_000, 12, 2);
        parts = Learners.named(Contenders.DEFAULT, SETTINGS, new Execution(1)).fit(history).parts();
    }

    @Test
    void the_list_of_bare_fits_has_every_forest_of_the_model() {
        BareWork work = new BareWork(history, parts, 1);

        // Two bags of two, one baseline, and per treatment one outcome and two effects.
        assertThat(work.fits()).isEqualTo(2 * 2 + 1 + 2 * 3);
        assertThat(work.trees()).isPositive();
        assertThat(work.fit().seconds()).isPositive();
        assertThat(work.score(history.customers()).seconds()).isPositive();
    }

    @Test
    void a_list_that_misses_one_is_refused() {
        List<BareFit> fits = BareFit.all(history, SETTINGS.withBags(1), 1);

        assertThatThrownBy(() -> BareWork.requireSame(fits, parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("joint.order.1");
    }

    @Test
    void a_forest_that_is_counted_first_is_grown_twice() {
        int[] rows = {0};
        Trees trees = SETTINGS.order().withRounds(100);
        BareFit once = new BareFit("a", true, false, rows, "binary:logistic", trees);
        BareFit twice = new BareFit("a", true, true, rows, "binary:logistic", trees);

        assertThat(once.rounds(60, 50)).containsExactly(100);
        assertThat(twice.rounds(30, 50)).containsExactly(80, 30);
    }

    @Test
    void values_stand_row_by_row_with_the_arms_behind_the_features() {
        int[] some = IntStream.range(0, 6).toArray();
        float[] values = BigHistory.values(history.customers(), some, 2);

        assertThat(history.customers().names()).hasSize(12).contains("noise_11");
        assertThat(values).hasSize(6 * 14);
        assertThat(new float[] {values[12], values[13]}).containsExactly(0, 0);
        assertThat(new float[] {values[14 + 12], values[14 + 13]}).containsExactly(0, 1);
        assertThat(new float[] {values[28 + 12], values[28 + 13]}).containsExactly(1, 0);
    }
}
