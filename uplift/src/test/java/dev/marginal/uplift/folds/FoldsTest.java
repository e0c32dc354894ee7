package dev.marginal.uplift.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final CampaignHistory HISTORY =
            PlantedWorld.randomised(5).history(2_000).history();

    @Test
    void folds_share_arms_and_orders_evenly() {
        int[] fold = Folds.of(HISTORY, 5, 7).ofRow();
        int[][] rows = new int[8][5];
        for (int row = 0; row < fold.length; row++) {
            int stratum = 2 * HISTORY.arm()[row] + (HISTORY.gmv()[row] > 0 ? 1 : 0);
            rows[stratum][fold[row]]++;
        }

        for (int[] ofStratum : rows) {
            int most = Arrays.stream(ofStratum).max().orElseThrow();
            assertThat(most - Arrays.stream(ofStratum).min().orElseThrow()).isLessThan(2);
        }
    }

    @Test
    void rows_of_one_customer_stay_in_one_fold() {
        int[] group = IntStream.range(0, 2_000).map(row -> row * 7 % 300 - 50).toArray();
        int[] fold = Folds.of(grouped(group), 5, 7).ofRow();

        Map<Integer, Set<Integer>> folds = new HashMap<>();
        for (int row = 0; row < group.length; row++) {
            folds.computeIfAbsent(group[row], g -> new HashSet<>()).add(fold[row]);
        }
        assertThat(folds).hasSize(300).allSatisfy((g, own) -> assertThat(own).hasSize(1));
    }

    @Test
    void another_seed_deals_other_folds() {
        int[] dealt = Folds.of(HISTORY, 5, 7).ofRow();

        assertThat(Folds.of(HISTORY, 5, 7).ofRow()).isEqualTo(dealt);
        assertThat(Folds.of(HISTORY, 5, 8).ofRow()).isNotEqualTo(dealt);
    }

    @Test
    void every_row_is_held_out_once_and_learnt_from_otherwise() {
        Folds folds = Folds.of(HISTORY, 5, 7);

        for (int fold = 0; fold < 5; fold++) {
            assertThat(folds.inside(fold).length + folds.training(fold).length).isEqualTo(2_000);
            assertThat(folds.training(fold)).doesNotContain(folds.inside(fold));
        }
    }

    @Test
    void periods_are_cut_into_consecutive_blocks_of_about_equally_many_rows() {
        int[] period = IntStream.range(0, 2_000).map(row -> row * 31 % 100 - 20).toArray();
        int[] fold = Folds.of(HISTORY.withPeriod(period), 5, 7).ofRow();

        for (int row = 0; row < fold.length; row++) {
            assertThat(fold[row]).isEqualTo((period[row] + 20) / 20);
        }
    }

    @Test
    void a_period_with_most_of_the_rows_leaves_a_period_to_every_other_block() {
        int[] period = IntStream.range(0, 2_000).map(row -> Math.max(0, row - 1_995)).toArray();

        int[] fold = Periods.blocks(period, 5);

        assertThat(Arrays.stream(fold).boxed().collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(fold).isSorted();
    }

    @Test
    void no_customer_and_no_period_is_both_learnt_from_and_held_out() {
        int[] group = IntStream.range(0, 2_000).map(row -> row * 7 % 1_500).toArray();
        int[] period = IntStream.range(0, 2_000).map(row -> row / 150).toArray();
        CampaignHistory history = grouped(group).withPeriod(period);
        Folds folds = Folds.of(history, 4, 7);

        for (int fold = 0; fold < 4; fold++) {
            int[] inside = folds.inside(fold);
            int[] training = folds.training(fold);
            assertThat(of(group, training))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(of(group, inside));
            assertThat(of(period, training)).doesNotContainAnyElementsOf(of(period, inside));
        }
        assertThat(folds.inside(0).length + folds.training(0).length).isLessThan(2_000);
    }

    @Test
    void fewer_periods_than_folds_are_refused() {
        int[] period = IntStream.range(0, 2_000).map(row -> row % 3).toArray();

        assertThatThrownBy(() -> Folds.of(HISTORY.withPeriod(period), 5, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periods (3) must be at least 5, one per fold.");
    }

    @Test
    void an_arm_that_one_block_alone_has_is_named() {
        int[] order =
                IntStream.range(0, 2_000)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(HISTORY.arm()[a], HISTORY.arm()[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] period = IntStream.range(0, 2_000).map(row -> row / 100).toArray();
        Folds folds = Folds.of(HISTORY.select(order).withPeriod(period), 2, 7);

        assertThatThrownBy(() -> folds.training(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Arm 'control' has rows of no customer outside fold 1 of 2; a model for that"
                                + " fold could not learn it. Maybe use fewer folds.");
    }

    @Test
    void an_arm_with_fewer_rows_than_folds_is_named() {
        int[] kept =
                IntStream.range(0, 2_000).filter(r -> HISTORY.arm()[r] != 1 || r < 8).toArray();
        CampaignHistory lacking = HISTORY.select(kept);
        int rows = lacking.rowsOf(1).length;

        assertThat(rows).isBetween(1, 4);
        assertThatThrownBy(() -> Folds.of(lacking, 5, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Arm 'push' has %d of %,d history rows; cross-fitting with 5 folds needs at least one in each."
                                .formatted(rows, kept.length));
    }

    @Test
    void fewer_customers_than_folds_are_refused() {
        CampaignHistory oneCustomer = grouped(new int[2_000]);

        assertThatThrownBy(() -> Folds.of(oneCustomer, 5, 7))
                .hasMessage("customers (1) must be at least 5, one per fold.");
    }

    private static Set<Integer> of(int[] values, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> values[row]).collect(Collectors.toSet());
    }

    private static CampaignHistory grouped(int[] group) {
        return new CampaignHistory(
                HISTORY.customers(),
                HISTORY.treatments(),
                HISTORY.arm(),
                HISTORY.gmv(),
                HISTORY.weight(),
                HISTORY.propensity(),
                group,
                HISTORY.fingerprint());
    }
}
