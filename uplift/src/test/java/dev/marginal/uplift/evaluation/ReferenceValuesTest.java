package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The toy vectors of the specification, as scikit-uplift and causalml compute them. */
class ReferenceValuesTest {
    private static final Offset<Double> EXACT = within(5.1e-9);
    private static final int[] TREATED = {1, 1, 0, 1, 0, 1, 1, 0, 0, 0};
    private static final double[] OUTCOME = {1, 0, 0, 1, 1, 0, 1, 0, 1, 0};
    private static final double[] SCORE = {.9, .8, .8, .7, .6, .6, .6, .3, .2, .1};
    private static final Experiment TOY = Experiment.of(TREATED, OUTCOME);
    private static final Ranking RANKING = Ranking.by(SCORE);

    @Test
    void qini_curve_of_sklift_has_a_point_per_distinct_score() {
        Curve curve = ScikitUplift.qiniCurve(TOY, RANKING);

        assertThat(curve.x()).containsExactly(0, 1, 3, 4, 7, 8, 9, 10);
        assertThat(curve.y()).containsExactly(new double[] {0, 1, 1, 2, .5, 4 / 3., .5, 1}, EXACT);
    }

    @Test
    void uplift_curve_of_sklift() {
        assertThat(ScikitUplift.upliftCurve(TOY, RANKING).y())
                .containsExactly(new double[] {0, 1, 1.5, 8 / 3., .7, 32 / 15., .9, 2}, EXACT);
    }

    @Test
    void perfect_curves_of_sklift() {
        Curve qini = ScikitUplift.qiniCurve(TOY, ScikitUplift.perfectForQini(TOY));
        Curve uplift = ScikitUplift.upliftCurve(TOY, ScikitUplift.perfectForAuuc(TOY));

        assertThat(qini.x()).containsExactly(0, 3, 8, 10);
        assertThat(qini.y()).containsExactly(new double[] {0, 3, 3, 1}, EXACT);
        assertThat(uplift.x()).containsExactly(0, 3, 6, 8, 10);
        assertThat(uplift.y()).containsExactly(new double[] {0, 3, 6, 4.8, 2}, EXACT);
    }

    @Test
    void scores_of_sklift() {
        assertThat(ScikitUplift.qini(TOY, RANKING)).isEqualTo(.28828829, EXACT);
        assertThat(ScikitUplift.qiniWithoutNegativeEffects(TOY, RANKING))
                .isEqualTo(1.18518519, EXACT);
        assertThat(ScikitUplift.auuc(TOY, RANKING)).isEqualTo(.17643229, EXACT);
        assertThat(UpliftAtShare.overall(TOY, RANKING, .3)).isEqualTo(.5, EXACT);
        assertThat(UpliftAtShare.byGroup(TOY, RANKING, .3)).isEqualTo(1, EXACT);
    }

    @Test
    void causalml_takes_ties_in_input_order() {
        Ranking asGiven = Ranking.withoutTies(SCORE);

        assertThat(CausalMl.auuc(TOY, asGiven)).isEqualTo(.52575758, EXACT);
        assertThat(CausalMl.rawAuuc(TOY, asGiven)).isEqualTo(1.05151515, EXACT);
        assertThat(CausalMl.qini(TOY, asGiven)).isEqualTo(.21212121, EXACT);
        assertThat(CausalMl.rawQini(TOY, asGiven)).isEqualTo(.21212121, EXACT);
    }

    @Test
    void causalml_with_ties_in_reversed_order_gives_other_numbers() {
        int[] order = {0, 2, 1, 3, 6, 5, 4, 7, 8, 9};
        int[] treated = new int[order.length];
        double[] outcome = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            treated[i] = TREATED[order[i]];
            outcome[i] = OUTCOME[order[i]];
        }
        Experiment reversed = Experiment.of(treated, outcome);

        assertThat(CausalMl.auuc(reversed, Ranking.withoutTies(SCORE))).isEqualTo(.89772727, EXACT);
        assertThat(CausalMl.qini(reversed, Ranking.withoutTies(SCORE))).isEqualTo(.75757576, EXACT);
        assertThat(CausalMl.auuc(reversed, RANKING))
                .as("with ties grouped the order is nothing")
                .isEqualTo(CausalMl.auuc(TOY, RANKING), EXACT);
    }

    @Test
    void lift_of_causalml_is_interpolated_until_both_arms_were_seen() {
        Curve gain = CausalMl.gainCurve(TOY, Ranking.withoutTies(SCORE));
        double[] lift = {0, 1 / 6., 1 / 3., .5, 2 / 3., 1 / 6., 0, .1, 4 / 15., .1, .2};

        for (int k = 0; k < lift.length; k++) {
            assertThat(gain.y()[k]).isEqualTo(lift[k] * k, EXACT);
        }
    }

    @Test
    void a_negative_overall_effect_is_refused_where_sklift_raises() {
        Experiment harmful = Experiment.of(new int[] {1, 1, 0, 0}, new double[] {0, 0, 1, 1});

        assertThatThrownBy(
                        () ->
                                ScikitUplift.qiniWithoutNegativeEffects(
                                        harmful, Ranking.by(new double[] {4, 3, 2, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("overall effect (-2.0 orders) must not be negative.");
    }

    @Test
    void a_weight_of_two_is_two_equal_rows() {
        double[] weight = {2, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        int[] treated = {1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0};
        double[] outcome = {1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0};
        double[] score = {.9, .9, .8, .8, .7, .6, .6, .6, .3, .2, .1};
        Experiment weighted = TOY.withWeight(weight);
        Experiment doubled = Experiment.of(treated, outcome);
        Ranking ranking = Ranking.by(score);

        assertThat(ScikitUplift.qini(weighted, RANKING))
                .isEqualTo(ScikitUplift.qini(doubled, ranking), EXACT);
        assertThat(ScikitUplift.auuc(weighted, RANKING))
                .isEqualTo(ScikitUplift.auuc(doubled, ranking), EXACT);
        assertThat(CausalMl.auuc(weighted, RANKING))
                .isEqualTo(CausalMl.auuc(doubled, ranking), EXACT);
        assertThat(CausalMl.qini(weighted, RANKING))
                .isEqualTo(CausalMl.qini(doubled, ranking), EXACT);
    }

    @Test
    void upliftml_keeps_a_tie_in_its_better_bin() {
        double[] score = new double[60];
        int[] treated = new int[60];
        double[] outcome = new double[60];
        for (int row = 0; row < 60; row++) {
            score[row] = row < 5 ? 100 : -row;
            treated[row] = row % 2;
            outcome[row] = row % 2 == 1 && row < 20 ? 1 : 0;
        }
        double[] first = {5 / 60., 5 / 60.};
        double area = first[0] * first[1] / 2;
        for (int end = 6; end <= 60; end += 2) {
            double before = end == 6 ? 5 : end - 2;
            area += (end - before) / 60 * (height(end) + height((int) before)) / 2;
        }

        assertThat(UpliftMl.auuc(Experiment.of(treated, outcome), Ranking.by(score)))
                .isEqualTo(area, EXACT);
    }

    /** Of the curve above: all treated rows among the first twenty order, and nobody else. */
    private static double height(int rows) {
        double treated = rows / 2;
        return Math.min(treated, 10) / treated * rows / 60;
    }

    @Test
    void autoc_of_grf_by_hand() {
        float[] effect = {4, 0, 2, -2};
        double[] ones = {1, 1, 1, 1};
        Ranking ranking = Ranking.by(new double[] {9, 7, 7, 1});

        double tied = (4 + 1) / 2.;
        assertThat(RankAverage.autoc(effect, ones, ranking))
                .isEqualTo((4 + tied + (4 + 2) / 3. + 1) / 4 - 1, EXACT);
        assertThat(RankAverage.qini(effect, ones, ranking))
                .as("q times TOC(q)")
                .isEqualTo((3 / 4. + 2 * (tied - 1) / 4 + 3 * (2 - 1) / 4.) / 4, EXACT);
    }
}
