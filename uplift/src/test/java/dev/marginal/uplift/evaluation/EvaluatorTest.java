package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Baseline;
import dev.marginal.uplift.Evaluation.Decile;
import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.Neighbour;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Evaluation.Point;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Judges scores whose quality is known: the planted truth, its reverse, and nothing. */
class EvaluatorTest {
    private static final PlantedWorld WORLD =
            PlantedWorld.randomised(3).withRegions().withArms(new Arm("push", .5), new Arm("c", 4));
    private static final PlantedHistory PLANTED = WORLD.history(10_000);
    private static final CampaignHistory HISTORY = PLANTED.history();
    private static final Spending FOR_THREE_IN_TEN =
            new Spending(.3, List.of(new Costs(1, 0), new Costs(1, 0)));
    private static final Evaluation OF_TRUTH = evaluate(scores(PLANTED.truth(), 1), 2);

    @Test
    void the_truth_is_clear_evidence() {
        assertThat(OF_TRUTH.evidence()).isEqualTo(Evidence.CLEAR);
        assertThat(OF_TRUTH.targetingGain().low()).isPositive();
    }

    @Test
    void the_reversed_truth_is_none() {
        Evaluation reversed = evaluate(scores(PLANTED.truth(), -1), 2);

        assertThat(reversed.evidence()).isEqualTo(Evidence.NONE);
        assertThat(reversed.targetingGain().high()).isNegative();
    }

    @Test
    void one_score_for_all_is_none_and_has_one_decile() {
        Evaluation constant = evaluate(scores(PLANTED.truth(), 0), 2);

        assertThat(constant.evidence()).isEqualTo(Evidence.NONE);
        assertThat(constant.targetingGain().estimate()).isEqualTo(0, within(1e-9));
        assertThat(constant.treatments().get(0).deciles())
                .singleElement()
                .satisfies(decile -> assertThat(decile.rows()).isEqualTo(10_000));
    }

    @Test
    void the_verdict_follows_the_intervals() {
        assertThat(verdict(1.97, 1.97, 1.97)).isEqualTo(Evidence.CLEAR);
        assertThat(verdict(1.97, 1.97, 1.95)).isEqualTo(Evidence.WEAK);
        assertThat(verdict(1.97, 1.29, 9)).isEqualTo(Evidence.WEAK);
        assertThat(verdict(1.97, 1.27, 9)).isEqualTo(Evidence.NONE);
        assertThat(verdict(1.95, 9, 9)).as("worth something at all").isEqualTo(Evidence.NONE);
        assertThat(verdict(9, 0, 9)).isEqualTo(Evidence.NONE);
        assertThat(verdict(9, Double.NaN, 9)).isEqualTo(Evidence.NONE);
        assertThat(verdict(Double.NaN, 9, 9)).isEqualTo(Evidence.NONE);
    }

    /** Of a value and leads over random and average effect, in standard errors. */
    private static Evidence verdict(double value, double random, double average) {
        Interval hopeless = Interval.normal(-9, 1);
        return Contest.evidence(
                Interval.normal(value, 1),
                List.of(
                        new Baseline(null, "", Interval.normal(random, 1), false),
                        new Baseline(null, "", Interval.normal(average, 1), false),
                        new Baseline(null, "", hopeless, true)));
    }

    @Test
    void deciles_hold_every_row_and_fall_with_the_score() {
        List<Decile> deciles = OF_TRUTH.treatments().get(1).deciles();

        assertThat(deciles).hasSize(10);
        assertThat(deciles.stream().mapToInt(Decile::rows)).containsOnly(1_000);
        assertThat(deciles)
                .isSortedAccordingTo((a, b) -> Double.compare(b.predicted(), a.predicted()));
        assertThat(deciles.get(0).measured().low()).isGreaterThan(deciles.get(9).measured().high());
    }

    @Test
    void each_metric_stands_beside_its_neighbours() {
        for (OfTreatment treatment : OF_TRUTH.treatments()) {
            assertThat(treatment.metrics())
                    .extracting(Metric::name)
                    .containsExactlyElementsOf(Contender.conventions(false));
            for (Metric metric : treatment.metrics()) {
                assertThat(metric.neighbours())
                        .extracting(Neighbour::name)
                        .map(name -> name.replaceAll(" \\(.*", ""))
                        .containsExactly(
                                "random", "outcome model", "best single feature", "reversed");
                metric.neighbours()
                        .forEach(
                                other ->
                                        assertThat(other.lead().estimate())
                                                .isEqualTo(
                                                        metric.model().estimate() - other.value(),
                                                        within(1e-12)));
            }
        }
    }

    @Test
    void random_is_what_its_convention_says() {
        OfTreatment coupon = OF_TRUTH.treatments().get(1);
        Experiment gmv = Experiment.of(HISTORY.arm(), HISTORY.gmv());
        double effect =
                UpliftAtShare.overall(
                        new Experiment(gmv.arm(), 2, gmv.outcome(), gmv.weight()),
                        Ranking.by(new float[HISTORY.rows()]),
                        1);

        assertThat(random(coupon, "qini.sklift")).isZero();
        assertThat(random(coupon, "uplift.sklift")).isZero();
        assertThat(random(coupon, "uplift@30.sklift")).isEqualTo(effect, within(1e-9));
        assertThat(random(coupon, "uplift@30.by_group.sklift")).isEqualTo(effect, within(1e-9));
        assertThat(random(coupon, "weighted_average_uplift.sklift"))
                .isEqualTo(effect, within(1e-9));
        assertThat(random(coupon, "auuc.causalml")).isEqualTo(.5, within(1e-9));
        assertThat(random(coupon, "qini.causalml")).isEqualTo(0, within(1e-9));
        assertThat(random(coupon, "auuc.upliftml")).isEqualTo(effect / 2, within(1e-9));
        assertThat(random(coupon, "qini.upliftml")).isEqualTo(0, within(1e-9));
        assertThat(random(coupon, "qini.grf")).isEqualTo(0, within(1e-9));
        assertThat(random(coupon, "autoc.grf")).isEqualTo(0, within(1e-9));
    }

    private static double random(OfTreatment treatment, String name) {
        Metric metric =
                treatment.metrics().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return metric.neighbours().get(0).value();
    }

    @Test
    void baselines_spend_no_more_than_the_model() {
        assertThat(OF_TRUTH.model().expectedCost()).isEqualTo(.3, within(1e-6));
        assertThat(OF_TRUTH.baselines())
                .extracting(baseline -> baseline.value().policy())
                .containsExactly(
                        "random",
                        "average effect",
                        "outcome model",
                        "best single feature",
                        "reversed");
        for (Baseline baseline : OF_TRUTH.baselines()) {
            assertThat(baseline.value().expectedCost()).isLessThanOrEqualTo(.3 + 1e-6);
            assertThat(baseline.lead().estimate())
                    .isEqualTo(
                            OF_TRUTH.model().value().estimate()
                                    - baseline.value().value().estimate(),
                            within(1e-9));
        }
    }

    @Test
    void the_single_feature_is_chosen_without_the_fold_that_it_ranks() {
        assertThat(OF_TRUTH.baselines().get(3).detail()).contains("app_usage, highest first");
    }

    @Test
    void history_costs_bring_the_conventions_of_cost() {
        double[] cost = new double[HISTORY.rows()];
        Arrays.setAll(cost, row -> HISTORY.arm()[row] * HISTORY.gmv()[row] / 10);

        Evaluation evaluation =
                new Evaluator(1, 20, new Execution(2))
                        .evaluate(
                                HISTORY.withCost(cost),
                                outOfFold(scores(PLANTED.truth(), 1), 1),
                                FOR_THREE_IN_TEN,
                                Map.of());

        assertThat(evaluation.treatments().get(1).metrics())
                .extracting(Metric::name)
                .containsExactlyElementsOf(Contender.conventions(true))
                .contains("aucc.trapezoid", "aucc.dfcl");
        assertThat(random(evaluation.treatments().get(1), "aucc.trapezoid"))
                .isEqualTo(.5, within(1e-9));
        assertThat(random(evaluation.treatments().get(1), "aucc.dfcl")).isEqualTo(.5, within(.01));
        assertThat(evaluation.model().realisedCost().low()).isPositive();
        assertThat(OF_TRUTH.model().realisedCost().estimate()).isNaN();
    }

    @Test
    void the_truth_leads_random_in_every_convention() {
        for (Metric metric : OF_TRUTH.treatments().get(1).metrics()) {
            assertThat(metric.neighbours().get(0).lead().estimate()).isPositive();
        }
    }

    @Test
    void the_average_effect_agrees_with_the_planted_one() {
        double planted = Arrays.stream(PLANTED.truth().uplift()[1]).average().orElseThrow();
        Interval measured = OF_TRUTH.treatments().get(1).averageEffect();

        assertThat(planted).isBetween(measured.low(), measured.high());
    }

    @Test
    void other_budgets_rise_to_the_one_at_which_all_are_treated() {
        List<Point> points = OF_TRUTH.curve().points();

        assertThat(points).hasSize(20);
        assertThat(points.get(9).budget()).isEqualTo(.3, within(1e-12));
        assertThat(points.get(9).value()).isEqualTo(OF_TRUTH.model().value());
        assertThat(points.get(9).lead()).isEqualTo(OF_TRUTH.baselines().get(1).lead());
        assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.budget(), b.budget()));
        assertThat(OF_TRUTH.curve().area().estimate())
                .isBetween(points.get(0).value().estimate(), points.get(19).value().estimate());
    }

    @Test
    void calibration_is_near_one_for_the_truth() {
        Interval slope = OF_TRUTH.treatments().get(1).calibration().slope();

        assertThat(slope.low()).isBetween(0., 1.);
        assertThat(slope.high()).isGreaterThan(1);
    }

    @Test
    void any_number_of_threads_gives_the_same_evaluation() {
        assertThat(evaluate(scores(PLANTED.truth(), 1), 1)).isEqualTo(OF_TRUTH);
        assertThat(evaluate(scores(PLANTED.truth(), 1), 3)).isEqualTo(OF_TRUTH);
    }

    @Test
    void a_history_without_orders_has_no_qini_on_orders() {
        double[] nothing = new double[HISTORY.rows()];
        CampaignHistory silent = withGmv(nothing, HISTORY.group());

        Evaluation evaluation =
                new Evaluator(1, 20, new Execution(1))
                        .evaluate(silent, outOfFold(scores(PLANTED.truth(), 1), 0));

        assertThat(evaluation.treatments().get(0).metrics().get(0).model().estimate()).isNaN();
        assertThat(evaluation.evidence()).isEqualTo(Evidence.NONE);
    }

    @Test
    void scores_of_another_history_are_refused() {
        assertThatThrownBy(
                        () ->
                                new Evaluator(1, new Execution(1))
                                        .evaluate(
                                                WORLD.history(10).history(),
                                                outOfFold(scores(PLANTED.truth(), 1), 1)))
                .hasMessage("rows out of fold (10000) must be 10, as in the history.");
    }

    private static Evaluation evaluate(UpliftScores scores, int threads) {
        return new Evaluator(1, 60, new Execution(threads))
                .evaluate(
                        HISTORY,
                        outOfFold(scores, 1),
                        FOR_THREE_IN_TEN,
                        Map.of("reversed", outOfFold(scores(PLANTED.truth(), -1), 1)));
    }

    /** The truth times a factor. */
    private static UpliftScores scores(PlantedCustomers truth, double factor) {
        return new UpliftScores(
                HISTORY.treatments(),
                new float[][] {
                    narrow(truth.uplift()[0], factor), narrow(truth.uplift()[1], factor)
                },
                new float[2][HISTORY.rows()],
                narrow(truth.baseline(), 1));
    }

    /** Inverse propensity effects, the doubly robust ones with outcome models of zero. */
    private static OutOfFoldScores outOfFold(UpliftScores scores, double factor) {
        float[][] effect = new float[2][HISTORY.rows()];
        for (int row = 0; row < HISTORY.rows(); row++) {
            double weighted = factor * HISTORY.gmv()[row] / HISTORY.propensity()[row];
            for (int t = 0; t < 2; t++) {
                int arm = HISTORY.arm()[row];
                effect[t][row] = (float) (arm == t + 1 ? weighted : arm == 0 ? -weighted : 0);
            }
        }
        int[] fold = IntStream.range(0, HISTORY.rows()).map(row -> row % 5).toArray();
        return new OutOfFoldScores(fold, scores, effect, HISTORY.weight(), HISTORY.group());
    }

    private static CampaignHistory withGmv(double[] gmv, int[] group) {
        return new CampaignHistory(
                HISTORY.customers(),
                HISTORY.treatments(),
                HISTORY.arm(),
                gmv,
                HISTORY.weight(),
                HISTORY.propensity(),
                group,
                "");
    }

    private static float[] narrow(double[] values, double factor) {
        float[] narrow = new float[values.length];
        IntStream.range(0, narrow.length).forEach(i -> narrow[i] = (float) (factor * values[i]));
        return narrow;
    }
}
