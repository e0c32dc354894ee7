package dev.marginal.benchmarks.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.Interval;
import dev.marginal.uplift.evaluation.Experiment;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JudgingAlikeTest {
    /**
     * The conformance vector of docs/uplift.md's metrics, which the libraries' own code computed.
     */
    private static final double[] OUTCOME = {1, 0, 0, 1, 1, 0, 1, 0, 1, 0};

    private static final int[] TREATED = {1, 1, 0, 1, 0, 1, 1, 0, 0, 0};
    private static final double[] SCORE = {.9, .8, .8, .7, .6, .6, .6, .3, .2, .1};
    private static final float[] EFFECT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private static final Judging JUDGING =
            new Judging(Experiment.of(TREATED, OUTCOME), EFFECT, new double[0]);

    @Test
    void metrics_bear_the_name_of_the_library_that_they_agree_with() {
        Map<String, Double> values = JUDGING.of(SCORE);

        assertThat(values.get("qini.sklift")).isEqualTo(.28828829, within(1e-8));
        assertThat(values.get("uplift.sklift")).isEqualTo(.17643229, within(1e-8));
        assertThat(values.get("auuc.causalml")).isEqualTo(.52575758, within(1e-8));
        assertThat(values.get("auuc.causalml, raw")).isEqualTo(1.05151515, within(1e-8));
        assertThat(values.get("qini.causalml")).isEqualTo(.21212121, within(1e-8));
        assertThat(values.get("uplift.sklift at 30 % by group")).isEqualTo(1, within(1e-8));
    }

    @Test
    void a_policy_gains_the_effects_of_its_best_share_per_customer_of_all() {
        Map<String, Double> values = JUDGING.of(SCORE);

        assertThat(values.get(Judging.policy(0.1))).isEqualTo(0.1, within(1e-12));
        assertThat(values.get(Judging.policy(0.3))).isEqualTo(0.6, within(1e-12));
        assertThat(values).doesNotContainKey(Judging.ROOT_ERROR);
    }

    @Test
    void leads_are_taken_over_the_splits_that_both_came_to_the_end_of() {
        Scored three = scored(Map.of(1L, 2.0, 2L, 4.0, 3L, 9.0));
        Scored two = scored(Map.of(1L, 1.0, 3L, 6.0));

        Interval lead = three.lead(two, "m", 0);
        assertThat(lead.estimate()).isEqualTo(2);
        assertThat(two.lead(three, "m", 0).estimate()).isEqualTo(-2);
    }

    @Test
    void goals_are_missed_in_words() {
        Interval above = new Interval(2, 1, 3);
        Interval open = new Interval(1, -1, 3);
        Interval below = new Interval(-2, -3, -1);

        assertThat(Goals.verdict(new Interval[] {above, open}, false)).isEqualTo("reached");
        assertThat(Goals.verdict(new Interval[] {above, below}, false))
                .isEqualTo("missed: below at 1 of 2");
        assertThat(Goals.verdict(new Interval[] {above, open}, true))
                .isEqualTo("missed: above at 1 of 2, below at 0");
        assertThat(Goals.verdict(new Interval[] {above, above}, true)).isEqualTo("reached");
        Interval single = new Interval(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(Goals.verdict(new Interval[] {above, single}, true))
                .isEqualTo("open: a single split");
    }

    @Test
    void a_metric_that_differs_by_more_than_rounding_does_not_agree() {
        assertThat(new Parity("m", 1, 1 + 9e-9).agrees()).isTrue();
        assertThat(new Parity("m", 1, 1 + 2e-8).agrees()).isFalse();
        assertThat(new Parity("m", 1, Double.NaN).agrees()).isFalse();
    }

    @Test
    void a_data_set_agrees_where_libraries_computed_metrics_and_all_of_them_agree() {
        assertThat(beside(Map.of("m", 1.0, Parity.theirs("m"), 1 + 1e-12)).agrees()).isTrue();
        assertThat(beside(Map.of("m", 1.0, Parity.theirs("m"), 1.1)).agrees()).isFalse();
        assertThat(beside(Map.of("m", 1.0)).agrees()).isFalse();
    }

    private static SetTables beside(Map<String, Double> values) {
        SortedMap<Long, Map<String, Double>> splits = new TreeMap<>(Map.of(101L, values));
        return new SetTables("s", List.of(new Scored(Contestant.CAUSALML_X, splits, "")));
    }

    private static Scored scored(Map<Long, Double> values) {
        SortedMap<Long, Map<String, Double>> splits = new TreeMap<>();
        values.forEach((split, value) -> splits.put(split, Map.of("m", value)));
        return new Scored(Contestant.MARGINAL, splits, "");
    }
}
